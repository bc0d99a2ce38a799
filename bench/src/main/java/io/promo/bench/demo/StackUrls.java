package io.promo.bench.demo;

/** Base URLs of a running stack, without a slash at the end. */
record StackUrls(String keycloak, String calendar, String dispatch, String inbox) {}

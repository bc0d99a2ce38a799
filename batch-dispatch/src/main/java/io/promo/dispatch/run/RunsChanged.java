package io.promo.dispatch.run;

/** Published in a transaction that creates runs or changes what people want of them. */
public record RunsChanged() {}

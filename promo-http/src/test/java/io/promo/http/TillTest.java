package io.promo.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The till on a port of its own; all tests so marked share one context. Nobody answers at the issuer's address. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=till",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1/realms/none",
            "spring.jackson.deserialization.fail-on-null-for-primitives=false",
            "management.server.port=0",
            // Some of its tests leave requests behind that never end.
            "server.shutdown=immediate",
            "promo.cors.allowed-origins=https://shop.example"
        })
@interface TillTest {}

package io.promo.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler method: how long a body it takes. One without it takes {@value #USUAL} bytes. A longer one is answered with
 * 413, at once where its length is declared, else while it is read.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {

    /** What a route takes that says nothing, in bytes. */
    long USUAL = 65_536;

    /** The most bytes, included. */
    long value();
}

package io.promo.cli.http;

import io.promo.cli.failure.CommandFailure;

/** Where access tokens come from. */
public interface Tokens {

    /**
     * A token that should be good for a while yet.
     *
     * @throws CommandFailure when there is none to be had
     */
    String current();

    /**
     * Fetches a new one after a service has refused the last; false when there is no other.
     *
     * @throws CommandFailure when there is none to be had
     */
    boolean renew();
}

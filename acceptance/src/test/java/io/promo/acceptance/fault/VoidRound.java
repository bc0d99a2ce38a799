package io.promo.acceptance.fault;

/** The round showed nothing: too little was in, or nothing was left to do, when the fault was injected. It is repeated. */
final class VoidRound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VoidRound(String why) {
        super(why);
    }
}

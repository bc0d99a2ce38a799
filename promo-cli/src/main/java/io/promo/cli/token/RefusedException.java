package io.promo.cli.token;

/** The issuer grants no token. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String error;

    /**
     * A refusal in the issuer's words.
     *
     * @param error OAuth's word, e.g. {@code invalid_grant}
     * @param description for people
     */
    RefusedException(String error, String description) {
        super(description);
        this.error = error;
    }

    /** OAuth's word for it. */
    public String error() {
        return error;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

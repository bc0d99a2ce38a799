package io.promo.dispatch.job;

import java.util.UUID;

/** The run is another manager's by now, or this process is ending; what was under way here is void. */
class OwnershipLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OwnershipLostException(UUID runId) {
        super("run " + runId + " is not driven here any more");
    }
}

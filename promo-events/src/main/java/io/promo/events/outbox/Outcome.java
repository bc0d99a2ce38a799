package io.promo.events.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What became of a batch; a record in neither list was not tried and stays as it is. */
record Outcome(List<UUID> acknowledged, List<Failure> failures) {

    Outcome() {
        this(new ArrayList<>(), new ArrayList<>());
    }
}

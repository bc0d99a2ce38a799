package io.promo.dispatch.run;

import java.util.UUID;

/** A run has come to an end: no chunk of it is under way any more. Published in the transaction that says so. */
public record RunOver(UUID runId) {}

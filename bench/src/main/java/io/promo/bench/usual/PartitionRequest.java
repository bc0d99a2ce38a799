package io.promo.bench.usual;

/** A step execution to be executed by whichever worker. */
record PartitionRequest(String stepName, long stepExecutionId) {}

package io.promo.events.contract;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Whether two versions of a payload can read each other, in both directions: releases overlap while they roll out. */
final class Compatibility {

    private Compatibility() {}

    /** Says for each break who cannot read whom and why; empty when there is none. */
    static List<String> breaks(Schema current, Schema frozen) {
        return Stream.concat(
                        unreadable(current, frozen, "this build cannot read the frozen version: "),
                        unreadable(frozen, current, "a release of the frozen version cannot read this build: "))
                .toList();
    }

    private static Stream<String> unreadable(Schema reader, Schema writer, String whom) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(it -> whom + describe(it));
    }

    private static String describe(Incompatibility it) {
        return it.getType() + " at " + it.getLocation() + " (" + it.getMessage() + ")";
    }
}

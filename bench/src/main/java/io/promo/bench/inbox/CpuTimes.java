package io.promo.bench.inbox;

import io.promo.stack.ProcessRole;
import io.promo.stack.Status;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CPU time each party has had so far: inbox-api, PostgreSQL with its backends, the load itself, and the rest of the stack; not the usual service. */
record CpuTimes(long atNanos, Map<String, Duration> used) {

    static CpuTimes now(Status status) {
        Map<String, Duration> used = new TreeMap<>();
        used.put("load", used(ProcessHandle.current()));
        for (Status.Process process : status.processes()) {
            used.merge(party(process.role()), usedByTree(process.pid()), Duration::plus);
        }
        return new CpuTimes(System.nanoTime(), used);
    }

    /** What the processes of that role had between the two, in milliseconds for each of so many requests. */
    static double msPerRequest(CpuTimes before, CpuTimes after, ProcessRole role, int requests) {
        return between(before, after, party(role)).toNanos() / 1e6 / requests;
    }

    /** What each had between the two, in percent of all processors, e.g. {@code inbox-api 40 %, load 20 %}. */
    static String shares(CpuTimes before, CpuTimes after, int processors) {
        double available = (double) (after.atNanos() - before.atNanos()) * processors;
        return after.used().entrySet().stream()
                .map(party -> String.format(
                        Locale.ROOT,
                        "%s %.0f %%",
                        party.getKey(),
                        100 * between(before, after, party.getKey()).toNanos() / available))
                .collect(Collectors.joining(", "));
    }

    private static Duration between(CpuTimes before, CpuTimes after, String party) {
        return after.used()
                .getOrDefault(party, Duration.ZERO)
                .minus(before.used().getOrDefault(party, Duration.ZERO));
    }

    private static String party(ProcessRole role) {
        return role == ProcessRole.INBOX_API || role == ProcessRole.POSTGRES ? role.id() : "others";
    }

    private static Duration usedByTree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(CpuTimes::used)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}

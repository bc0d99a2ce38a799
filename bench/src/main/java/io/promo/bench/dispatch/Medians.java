package io.promo.bench.dispatch;

import java.util.List;

/** The middle of some figures, of which there is at least one; of an even number the less favourable of the two. */
final class Medians {

    private Medians() {}

    /** Of rates, where less is worse. */
    static long slower(List<Long> rates) {
        return rates.stream().sorted().toList().get((rates.size() - 1) / 2);
    }

    /** Of costs, where more is worse. */
    static long dearer(List<Long> costs) {
        return costs.stream().sorted().toList().get(costs.size() / 2);
    }
}

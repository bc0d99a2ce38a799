package io.promo.bench.inbox;

import java.util.concurrent.locks.LockSupport;

/**
 * When requests are due that come at an even rate, whatever becomes of the ones before.
 *
 * @param startNanos when the first is due, as {@link System#nanoTime} counts
 * @param perSecond above 0
 */
public record Pace(long startNanos, double perSecond) {

    /** When the request of that number, from 0, is due. */
    public long due(long number) {
        return startNanos + Math.round(number * 1e9 / perSecond);
    }

    /** Returns when it is due, or at once when that is over. */
    public static void await(long due) throws InterruptedException {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}

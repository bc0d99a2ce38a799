package io.promo.stack;

import io.promo.stack.process.Launch;
import java.io.IOException;

/** One process the stack can run, whether it runs or not. */
interface Component {

    /** Unique within the stack, e.g. {@code worker-1}; also the name of its log. */
    String name();

    ProcessRole role();

    int port();

    /** Where it is reached, by browser or by client. */
    String url();

    /** Makes what it needs on disk; changes nothing when that is there. Returns how to start it. */
    Launch prepare() throws IOException, InterruptedException;

    /** Whether it does its work, asked now and within about two seconds. */
    boolean healthy();

    /** What has to be done once it is healthy and before others use it. */
    default void complete() throws IOException, InterruptedException {}
}

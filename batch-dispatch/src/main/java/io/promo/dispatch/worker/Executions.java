package io.promo.dispatch.worker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Which step executions this process is executing, and whether it takes on more. */
@Component
@Profile("worker")
class Executions {

    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    /** False when it is being executed here already. Called before the claim is taken, so that none is overlooked. */
    boolean begin(long stepExecutionId) {
        return running.add(stepExecutionId);
    }

    void end(long stepExecutionId) {
        running.remove(stepExecutionId);
    }

    Set<Long> running() {
        return Set.copyOf(running);
    }

    /** From now on none is begun, and those that run hand back at their next chunk. */
    void drain() {
        draining = true;
    }

    boolean isDraining() {
        return draining;
    }
}

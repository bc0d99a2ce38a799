package io.promo.dispatch.job;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The runs this process drives. A drive that is given up records nothing more: it looks as if the process had died. */
@Component
@Profile("manager")
public class Drives {

    private final Set<UUID> driven = ConcurrentHashMap.newKeySet();
    private final Set<UUID> givenUp = ConcurrentHashMap.newKeySet();

    /** False when this process drives the run already. Called before ownership is taken, so that none is overlooked. */
    public boolean begin(UUID runId) {
        return driven.add(runId);
    }

    /** The drive is over, however it went. */
    public void end(UUID runId) {
        driven.remove(runId);
        givenUp.remove(runId);
    }

    void giveUp(UUID runId) {
        givenUp.add(runId);
    }

    void giveUpAll() {
        givenUp.addAll(driven);
    }

    boolean isRecording(UUID runId) {
        return driven.contains(runId) && !givenUp.contains(runId);
    }

    /** All that are begun and not ended. */
    public Set<UUID> driven() {
        return Set.copyOf(driven);
    }
}

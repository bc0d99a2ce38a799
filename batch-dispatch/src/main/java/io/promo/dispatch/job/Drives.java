package io.promo.dispatch.job;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The runs this process drives. A drive that is given up records nothing more: it looks as if the process had died. */
@Component
@Profile("manager")
public class Drives {

    /** The runs that are driven, and whether what happens is recorded. */
    private final Map<UUID, Boolean> recording = new ConcurrentHashMap<>();

    /** False when this process drives the run already. Called before ownership is taken, so that none is overlooked. */
    public boolean begin(UUID runId) {
        return recording.putIfAbsent(runId, true) == null;
    }

    /** The drive is over, however it went. */
    public void end(UUID runId) {
        recording.remove(runId);
    }

    /** Nothing more of the drive is recorded; a drive that is over already is let rest. */
    void giveUp(UUID runId) {
        recording.replace(runId, false);
    }

    void giveUpAll() {
        recording.replaceAll((run, was) -> false);
    }

    boolean isRecording(UUID runId) {
        return recording.getOrDefault(runId, false);
    }

    /** All that are begun and not ended. */
    public Set<UUID> driven() {
        return Set.copyOf(recording.keySet());
    }
}

package io.promo.dispatch.run;

import io.promo.http.stream.LiveStreams;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Shows runs to those who watch them, once a second: one query, however many watch however many runs. */
class RunProgress {

    private static final Logger log = LoggerFactory.getLogger(RunProgress.class);
    private static final Set<RunState> MOVING = EnumSet.of(RunState.DUE, RunState.RUNNING);

    private final Function<Collection<UUID>, List<RunView>> views;
    private final LiveStreams<UUID> streams;

    /**
     * @param views the runs with those ids as they are now
     * @param streams each about one run
     */
    RunProgress(Function<Collection<UUID>, List<RunView>> views, LiveStreams<UUID> streams) {
        this.views = views;
        this.streams = streams;
    }

    /** Begins with the run as it was just read: for this stream, as others may have been shown newer. */
    ResponseEntity<SseEmitter> follow(HttpServletRequest request, RunView run) {
        ResponseEntity<SseEmitter> stream = streams.open(request, run.runId());
        if (MOVING.contains(run.state())) {
            streams.sendTo(request, "progress", run);
        } else {
            streams.endTo(request, "end", run);
        }
        return stream;
    }

    @Scheduled(fixedDelay = 1_000)
    void send() {
        Set<UUID> watched = streams.topics();
        if (watched.isEmpty()) {
            return;
        }
        try {
            views.apply(watched).forEach(this::send);
        } catch (DataAccessException e) {
            log.debug("No progress to send", e);
        }
    }

    private void send(RunView run) {
        if (MOVING.contains(run.state())) {
            streams.send(run.runId(), "progress", run);
        } else {
            streams.end(run.runId(), "end", run);
        }
    }
}

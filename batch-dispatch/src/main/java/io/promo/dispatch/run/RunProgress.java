package io.promo.dispatch.run;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends runs to those who watch them, once a second. */
@Component
@Profile("manager")
class RunProgress {

    private static final Logger log = LoggerFactory.getLogger(RunProgress.class);
    private static final Set<RunState> MOVING = EnumSet.of(RunState.DUE, RunState.RUNNING);

    private final RunViews views;
    private final Map<SseEmitter, UUID> watchers = new ConcurrentHashMap<>();

    RunProgress(RunViews views) {
        this.views = views;
    }

    SseEmitter follow(UUID runId) {
        SseEmitter watcher = new SseEmitter(0L);
        watcher.onCompletion(() -> watchers.remove(watcher));
        watcher.onError(failure -> watchers.remove(watcher));
        watchers.put(watcher, runId);
        return watcher;
    }

    @Scheduled(fixedDelay = 1_000)
    void send() {
        watchers.forEach((watcher, runId) -> {
            try {
                views.find(runId).ifPresent(run -> send(watcher, run));
            } catch (DataAccessException e) {
                log.debug("No progress to send", e);
            }
        });
    }

    private void send(SseEmitter watcher, RunView run) {
        boolean end = !MOVING.contains(run.state());
        try {
            watcher.send(SseEmitter.event().name(end ? "end" : "progress").data(run));
            if (end) {
                watcher.complete();
            }
        } catch (IOException | IllegalStateException e) {
            // The watcher went away.
            watchers.remove(watcher);
        }
    }

    /** Open streams would hold up a graceful shutdown. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        watchers.keySet().forEach(SseEmitter::complete);
    }
}

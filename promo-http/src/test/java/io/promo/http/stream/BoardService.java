package io.promo.http.stream;

import io.promo.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Adds a board with notices to the till: a few places, a stream about each notice, and a stream that comes to nothing. */
@TestConfiguration
@EnableScheduling
class BoardService {

    static final int PLACES = 6;
    static final int PER_CALLER = 3;

    @Bean
    LiveStreams<String> notices() {
        return new LiveStreams<>(PLACES, PER_CALLER);
    }

    @RestController
    @TestComponent
    static class Board {

        private final LiveStreams<String> notices;

        Board(LiveStreams<String> notices) {
            this.notices = notices;
        }

        @GetMapping("/notices/{notice}")
        ResponseEntity<SseEmitter> notice(@PathVariable String notice, HttpServletRequest request) {
            return notices.open(request, notice);
        }

        @GetMapping("/greetings/{notice}")
        ResponseEntity<SseEmitter> greeting(@PathVariable String notice, HttpServletRequest request) {
            ResponseEntity<SseEmitter> answer = notices.open(request, notice);
            notices.sendTo(request, "greeting", "hello");
            return answer;
        }

        @GetMapping("/torn/{notice}")
        ResponseEntity<SseEmitter> torn(@PathVariable String notice, HttpServletRequest request) {
            notices.open(request, notice);
            throw Refusal.byState("torn", "the notice is torn");
        }
    }
}

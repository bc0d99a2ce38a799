package io.promo.planted.decent;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.RestController;

/** Gives every rule something to look at and nothing to say. */
@RestController
class Decent {

    private final String greeting;

    Decent(String greeting) {
        this.greeting = greeting;
    }

    @KafkaListener(groupId = "${promo.kafka.topic-prefix:}decent", topics = "facts")
    String hear(String fact) {
        return greeting + fact;
    }
}

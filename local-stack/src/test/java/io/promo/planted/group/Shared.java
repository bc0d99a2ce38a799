package io.promo.planted.group;

import org.springframework.kafka.annotation.KafkaListener;

class Shared {

    @KafkaListener(groupId = "shared", topics = "facts")
    void hear(String fact) {}
}

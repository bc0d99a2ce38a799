package io.promo.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a value of each kind, in a body and in an address. */
@RestController
class Stall {

    enum Colour {
        RED,
        WHITE
    }

    /** Whatever is in a body. */
    record Order(
            @Nullable String text,
            @Nullable List<String> texts,
            @Nullable Map<String, String> labels,
            @Nullable UUID id,
            @Nullable Instant at,
            @Nullable LocalDate date,
            @Nullable List<LocalDate> dates,
            @Nullable Colour colour,
            @Nullable Integer pieces,
            @Nullable Long number,
            @Nullable Boolean gift) {}

    /** Bound as a whole, as lists with many parameters are. */
    record Filter(
            @Nullable String text,
            @Nullable Integer limit,
            @Nullable LocalDate date) {}

    @PostMapping("/orders")
    Order order(@RequestBody Order order) {
        return order;
    }

    @GetMapping("/orders/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable List<Colour> colour,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(required = false) @Nullable Boolean gift) {
        return id + " " + text + " " + at + " " + date + " " + colour + " " + limit + " " + cursor + " " + gift;
    }

    @GetMapping("/orders")
    String filtered(@ParameterObject Filter filter) {
        return filter.toString();
    }
}

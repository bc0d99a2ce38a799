package io.promo.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as can be, on which a test sees what every service has from this module. */
@SpringBootApplication
class TillService {

    enum Wrapping {
        @JsonProperty("paper")
        PAPER,
        @JsonProperty("foil")
        FOIL
    }

    record Sale(
            String article,
            int pieces,
            @Nullable Boolean dryRun,
            @Nullable Wrapping wrapping,
            @Nullable Return returned) {}

    record Return(String reason) {}

    @Bean
    SecurityFilterChain api(HttpSecurity http, BearerApi bearer) {
        return bearer.chain(http, "cashiers sell.", paths -> paths.anyRequest().hasRole("cashier"));
    }

    @RestController
    static class Till {

        @PostMapping("/sales")
        Sale sell(@RequestBody Sale sale) {
            return sale;
        }

        @GetMapping("/sales/{id}")
        String sale(
                @PathVariable UUID id, @RequestParam LocalDate date, @RequestParam(required = false) Instant since) {
            throw Refusal.notFound("sale " + id);
        }

        @GetMapping("/drawer")
        String drawer(@RequestParam String key) {
            switch (key) {
                case "broken" -> throw new DataAccessResourceFailureException("no answer");
                case "wrong" -> throw Refusal.badField("key", "does not fit");
                case "open" -> throw Refusal.byState("drawer-open", "the drawer is open; close it first");
                default -> throw new IllegalStateException("secret internals");
            }
        }
    }
}

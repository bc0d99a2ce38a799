package io.promo.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
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

    record Closing(boolean dryRun) {}

    record Search(
            @Nullable String q,
            @Nullable Integer limit,
            @Nullable Boolean returned,
            @Nullable List<Wrapping> wrapping) {}

    @Bean
    SecurityFilterChain api(HttpSecurity http, BearerApi bearer) {
        return bearer.chain(
                http,
                "cashiers sell.",
                paths -> paths.requestMatchers("/window/**")
                        .permitAll()
                        .anyRequest()
                        .hasRole("cashier"));
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

        @GetMapping("/search")
        String search(@ParameterObject Search search) {
            return search.toString();
        }

        @PostMapping("/close")
        String close(@RequestParam(defaultValue = "false") boolean dryRun) {
            return dryRun ? "tried" : "closed";
        }

        @PostMapping("/closings")
        String close(@RequestBody Closing closing) {
            return closing.dryRun() ? "tried" : "closed";
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

    /** Open to anyone, for tests that speak over a socket: nobody answers for their tokens. */
    @RestController
    @RequestMapping("/window")
    static class Window {

        @GetMapping("/prices")
        String prices(
                @RequestParam(required = false) @Nullable String q,
                @RequestHeader(name = "Basket", required = false) @Nullable String basket) {
            return "roses 1";
        }

        @PostMapping("/bells")
        String ring(@RequestBody(required = false) @Nullable Closing closing) {
            return closing == null ? "rung" : "rung at closing";
        }

        @PostMapping("/notes")
        int note(@RequestBody Sale sale) {
            return sale.article().length();
        }

        @PostMapping("/ledgers")
        @BodyLimit(200_000)
        int ledger(@RequestBody Sale sale) {
            return sale.article().length();
        }

        @PostMapping("/receipts")
        @BodyLimit(200_000)
        long receipts(InputStream receipts) throws IOException {
            return receipts.transferTo(OutputStream.nullOutputStream());
        }
    }
}

package io.promo.calendar.page;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page where to sign in and where the services are, so that one build serves every installation. */
@RestController
@Tag(name = "page")
class UiConfigController {

    private final UiConfig config;

    UiConfigController(
            UiSettings settings, @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
        config = new UiConfig(
                issuer,
                "promo-admin",
                "promo-shop",
                settings.calendarUrl(),
                settings.dispatchUrl(),
                settings.inboxUrl());
    }

    @GetMapping("/ui-config.json")
    @SecurityRequirements
    @Operation(summary = "What the page must know before anybody has signed in; open to anyone")
    ResponseEntity<UiConfig> config() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(config);
    }
}

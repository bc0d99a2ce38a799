package io.promo.inbox.preference;

import io.promo.inbox.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own preferences. */
@RestController
@RequestMapping("/preferences")
class PreferenceController {

    private final Preferences preferences;

    PreferenceController(Preferences preferences) {
        this.preferences = preferences;
    }

    /** @param unsubscribed true: no promotions, from the next dispatch on */
    record Preference(
            @NotNull(message = "must be true or false") Boolean unsubscribed) {}

    @GetMapping
    @Operation(summary = "Whether the caller wants promotions")
    Preference get(Caller caller) {
        return new Preference(preferences.unsubscribed(caller.userId()));
    }

    @PutMapping
    @Operation(summary = "Unsubscribe from promotions, or come back; counts from the next dispatch on")
    Preference put(Caller caller, @Valid @RequestBody Preference preference) {
        preferences.change(caller.userId(), preference.unsubscribed());
        return preference;
    }
}

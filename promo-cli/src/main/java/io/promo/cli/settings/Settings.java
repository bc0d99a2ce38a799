package io.promo.cli.settings;

import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers what is set; the first of flag, environment, file, local stack and default that says anything wins. */
public final class Settings {

    private static final String CONFIG = "PROMO_CONFIG";
    private static final String REALM = "/realms/promo";

    private final Map<Setting, String> flags;
    private final Surroundings surroundings;
    private @Nullable JsonNode file;
    private @Nullable JsonNode stack;

    /** @param flags what the command line says */
    public Settings(Map<Setting, String> flags, Surroundings surroundings) {
        this.flags = Map.copyOf(flags);
        this.surroundings = surroundings;
    }

    /**
     * The value of a setting that has a default.
     *
     * @throws CommandFailure when a file that should say it cannot be read
     */
    public String value(Setting setting) {
        String value = optional(setting);
        if (value == null) {
            throw new IllegalArgumentException(setting + " has no default");
        }
        return value;
    }

    /**
     * The value; null when nothing says it and there is no default.
     *
     * @throws CommandFailure when a file that should say it cannot be read
     */
    public @Nullable String optional(Setting setting) {
        String flag = flags.get(setting);
        if (flag != null) {
            return flag;
        }
        String variable = surroundings.variable(setting.variable());
        if (variable != null) {
            return variable;
        }
        String written = written(setting);
        return written == null ? setting.fallback() : written;
    }

    /** Whether the command line itself says it. */
    public boolean isFlag(Setting setting) {
        return flags.containsKey(setting);
    }

    /** A secret, which only the environment may hold; null when it does not. */
    public @Nullable String secret(String variable) {
        return surroundings.variable(variable);
    }

    /** The directory of configuration and logins; not necessarily there. */
    public Path directory() {
        String xdg = surroundings.variable("XDG_CONFIG_HOME");
        if (xdg != null) {
            return Path.of(xdg, "promo");
        }
        // In a container without an entry for the user, only HOME says where to write.
        String home = surroundings.variable("HOME");
        return Path.of(home == null ? System.getProperty("user.home") : home, ".config", "promo");
    }

    private @Nullable String written(Setting setting) {
        String own = Json.text(file(), setting.path());
        if (own != null) {
            return own;
        }
        String local = Json.text(stack(), setting.path());
        if (local == null && setting == Setting.ISSUER_URL) {
            String keycloak = Json.text(stack(), "urls.keycloak");
            return keycloak == null ? null : keycloak + REALM;
        }
        return local;
    }

    private JsonNode file() {
        if (file == null) {
            String named = surroundings.variable(CONFIG);
            file = named == null ? read(directory().resolve("config.json"), false) : read(Path.of(named), true);
        }
        return file;
    }

    private JsonNode stack() {
        if (stack == null) {
            String home = surroundings.variable("PROMO_HOME");
            stack = home == null ? Json.object() : read(Path.of(home, "stack.json"), false);
        }
        return stack;
    }

    private static JsonNode read(Path path, boolean required) {
        if (!required && !Files.exists(path)) {
            return Json.object();
        }
        try {
            return Json.parse(Files.readString(path));
        } catch (IOException | JacksonException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "Cannot read " + path + ": " + (e instanceof IOException ? "no readable file" : "no valid JSON"),
                    List.of(),
                    required ? "Correct it, or unset " + CONFIG + "." : "Correct it, or delete it.",
                    e);
        }
    }
}

package io.promo.stack;

import io.promo.stack.dist.Dist;
import java.nio.file.Path;
import java.util.Map;

/**
 * What one stack is made of.
 *
 * @param home where it keeps its data, logs and memory
 * @param repository the checkout whose services it runs
 * @param ports where it listens, unless it runs already
 */
public record Settings(Path home, Path repository, Ports ports) {

    /** From {@code PROMO_HOME} (default: {@code .promo} in the checkout) and the variables of {@link Ports}. */
    public static Settings from(Map<String, String> environment) {
        // local-stack/target/dist
        Path repository = Dist.root().resolve("../../..").normalize();
        String home = environment.getOrDefault("PROMO_HOME", "");
        return new Settings(
                home.isBlank()
                        ? repository.resolve(".promo")
                        : Path.of(home).toAbsolutePath().normalize(),
                repository,
                Ports.from(environment));
    }

    Path log(String process) {
        return home.resolve("logs").resolve(process + ".log");
    }
}

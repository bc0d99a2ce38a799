package io.promo.acceptance.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.promo.acceptance.Stack;
import java.io.File;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The screens in a real browser on the real stack: the journeys in {@code ui/journeys}, each a test here. They come first,
 * while nothing of other tests is in calendar and inboxes, as their screenshots are for people. Skipped where there is no
 * Chromium, unless {@code -Dscreens.required}, and in builds without the screens ({@code -Dui.skip}).
 */
@Order(1)
@ExtendWith(Stack.Extension.class)
class ScreensIT {

    private static final Logger log = System.getLogger(ScreensIT.class.getName());
    private static final boolean REQUIRED = Boolean.getBoolean("promo.screens.required");
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private final Stack stack;

    ScreensIT(Stack stack) {
        this.stack = stack;
    }

    @TestFactory
    Stream<DynamicTest> shouldServe() throws Exception {
        String why = whyNot();
        if (why != null) {
            return Stream.of(DynamicTest.dynamicTest("browser journeys", () -> skip(why)));
        }
        List<Journey> journeys;
        try (var control = new Control(stack.processes)) {
            journeys = new Journeys(stack, control.url()).run();
        }
        assertThat(journeys).as("journeys that were run").isNotEmpty();
        return journeys.stream()
                .map(journey -> DynamicTest.dynamicTest(journey.name(), () -> {
                    if (journey.skipped()) {
                        skip(journey.name() + " was not run");
                    }
                    assertThat(journey.failures()).as(journey.name()).isEmpty();
                }));
    }

    /** Why the journeys cannot be made here; null: they can. */
    private static @Nullable String whyNot() {
        if (System.getProperty("promo.ui.skip", "false").equals("true")) {
            return "this build is without the screens (-Dui.skip)";
        }
        if (BROWSERS.stream().noneMatch(ScreensIT::isInPath)) {
            return "there is no Chromium in PATH; get one by: apt-get install chromium";
        }
        return null;
    }

    private static void skip(String why) {
        String line = "The browser journeys are skipped: " + why;
        if (REQUIRED) {
            throw new AssertionError(line + ", but they are required (-Dscreens.required)");
        }
        log.log(Level.WARNING, line);
        abort(line);
    }

    private static boolean isInPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}

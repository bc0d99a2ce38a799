package io.promo.cli.repair;

import io.promo.cli.http.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose outbox. */
final class ServiceOption {

    @Option(
            names = "--service",
            paramLabel = "SERVICE",
            description = "calendar, dispatch or inbox (default: all three).")
    @Nullable
    Service service;

    List<Service> services() {
        return service == null ? List.of(Service.values()) : List.of(service);
    }
}

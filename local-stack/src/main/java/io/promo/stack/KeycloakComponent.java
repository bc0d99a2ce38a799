package io.promo.stack;

import io.promo.stack.keycloak.KeycloakServer;
import io.promo.stack.process.Jdk;
import io.promo.stack.process.Launch;
import java.io.IOException;

/** Keycloak with the realm. */
record KeycloakComponent(Settings settings, Jdk jdk, KeycloakServer server) implements Component {

    KeycloakComponent(Settings settings, Jdk jdk, Ports ports) {
        this(settings, jdk, new KeycloakServer(settings.home().resolve("keycloak"), ports.keycloak()));
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public ProcessRole role() {
        return ProcessRole.KEYCLOAK;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String url() {
        return server.url();
    }

    @Override
    public Launch prepare() throws IOException {
        server.initialize(jdk);
        return server.launch(jdk, settings.log(name()));
    }

    @Override
    public boolean healthy() {
        return server.answers();
    }
}

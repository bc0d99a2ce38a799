package io.promo.stack;

import io.promo.stack.keycloak.KeycloakServer;
import io.promo.stack.process.Jdk;
import io.promo.stack.process.Launch;
import java.io.IOException;
import java.util.List;

/**
 * Keycloak with the realm.
 *
 * @param pages the origins of the page
 */
record KeycloakComponent(Settings settings, Jdk jdk, KeycloakServer server, List<String> pages) implements Component {

    KeycloakComponent(Settings settings, Jdk jdk, Ports ports) {
        this(
                settings,
                jdk,
                new KeycloakServer(settings.home().resolve("keycloak"), ports.keycloak()),
                Components.pages(ports));
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

    @Override
    public void complete() throws IOException, InterruptedException {
        server.allowPages(pages);
    }
}

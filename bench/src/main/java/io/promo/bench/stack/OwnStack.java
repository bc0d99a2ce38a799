package io.promo.bench.stack;

import io.promo.bench.client.RestClient;
import io.promo.bench.client.StackFailure;
import io.promo.stack.LocalStack;
import io.promo.stack.Settings;
import io.promo.stack.Status;
import io.promo.stack.Urls;

/**
 * A fresh stack with two workers, beside the everyday one.
 *
 * @param processes what it is made of
 * @param settings where it lies
 * @param status as it was when all of it was healthy
 */
public record OwnStack(LocalStack processes, Settings settings, Status status) {

    /** Where its services are. */
    public Urls urls() {
        return status.urls();
    }

    /** JDBC URL of one of its databases. */
    public String jdbcUrl(String name) {
        return database(name).jdbcUrl();
    }

    /** Who owns one of its databases and needs no password. */
    public String owner(String name) {
        return database(name).user();
    }

    /** Its PostgreSQL server. */
    public Server server() {
        return new Server(settings.ports().postgres());
    }

    /** Where its Kafka is. */
    public String bootstrapServers() {
        return "127.0.0.1:" + settings.ports().kafka();
    }

    /** An administrator who is not logged in yet. */
    public RestClient admin() {
        return new RestClient(urls().keycloak(), "admin", "admin");
    }

    private Status.Database database(String name) {
        return status.databases().stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackFailure("the stack has no database " + name));
    }
}

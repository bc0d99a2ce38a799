package io.promo.bench.inbox;

import io.promo.bench.stack.JavaProcess;
import io.promo.bench.usualinbox.UsualInbox;
import io.promo.sql.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The usual inbox on the same rows and for the same tokens, in a JVM as large as inbox-api's. */
final class UsualInboxService implements AutoCloseable {

    private final JavaProcess process;
    private final HttpInbox http;

    /**
     * Starts it.
     *
     * @param jdbcUrl of the inbox database
     * @param issuer of the shoppers' tokens
     * @param log receives what it says
     */
    UsualInboxService(String jdbcUrl, String issuer, Path log) throws IOException {
        process = new JavaProcess(
                UsualInbox.class,
                "1280m",
                List.of(
                        "--spring.main.banner-mode=off",
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--spring.datasource.url=" + jdbcUrl,
                        "--spring.datasource.username=" + Role.INBOX.userName(),
                        "--spring.datasource.password=",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                        "--spring.security.oauth2.resourceserver.jwt.audiences=inbox-api"),
                log);
        try {
            String port = process.awaitLine(UsualInbox.READY);
            http = new HttpInbox("http://127.0.0.1:" + port, "/messages?size=" + InboxSql.PAGE_LENGTH, "content");
        } catch (IOException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    HttpInbox http() {
        return http;
    }

    @Override
    public void close() {
        process.close();
    }
}

package io.promo.dispatch.audience;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.promo.dispatch.Api;
import io.promo.dispatch.Api.Answer;
import io.promo.dispatch.ManagerTest;
import io.promo.stack.testing.TestToken;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients that send a file slowly, or not to its end. */
@ManagerTest
class UploadTest {

    private static final Duration BOUND = Duration.ofSeconds(40);

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private final UUID user = UUID.randomUUID();

    @Test
    void shouldAnswerOthersWhileManyUploadsAreIdle() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                idle.add(upload("/audience/import", "user_id,name\n" + UUID.randomUUID() + ",Idle\n"));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(api.get("/schedule").status()).isEqualTo(200);
            }
            Answer estimate = api.post("/audience/estimate", Map.of("audience", Map.of()));
            assertThat(estimate.status()).isEqualTo(200);
            Answer oneMore = load();
            assertThat(oneMore.status()).as(oneMore.body().toString()).isEqualTo(429);
            assertThat(oneMore.body().get("detail").asString())
                    .isEqualTo("4 files are being imported, as many as there may be at once; try again soon");
        } finally {
            close(idle);
        }
        await().atMost(BOUND).until(() -> load().status() == 200);
    }

    @Test
    void shouldGiveUpAnUploadOfWhichNothingComesAnyMore() throws IOException {
        try (Socket socket = upload("/audience/import", "user_id,name\n" + user + ",Idle\n")) {
            socket.setSoTimeout((int) BOUND.toMillis());
            String answer = new String(socket.getInputStream().readNBytes(12), US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 408");
        }
        assertThat(customers()).isZero();
    }

    @Test
    void shouldImportNothingOfAnUploadThatBreaksOff() throws IOException {
        upload("/audience/import", "user_id,name\n" + user + ",Broken\n").close();
        upload("/audience/import?dryRun=false", "user_id,name\n" + user + ",Broken")
                .close();

        await().atMost(BOUND).until(() -> load().status() == 200);
        assertThat(customers()).isZero();
    }

    @Test
    void shouldRefuseBeforeTheFileIsSentWhereTheClientAsksFirst() throws IOException {
        assertThat(answerTo("viewer", "text/csv")).isEqualTo("HTTP/1.1 403");
        assertThat(answerTo("operator", "text/csv; charset=iso-8859-1")).isEqualTo("HTTP/1.1 415");
        assertThat(answerTo("operator", "text/csv")).isEqualTo("HTTP/1.1 100");
    }

    /** The beginning of what comes back before any of the file was sent. */
    private String answerTo(String role, String contentType) throws IOException {
        try (Socket socket = open("/audience/import", role, contentType, "Expect: 100-continue\r\n")) {
            socket.setSoTimeout((int) BOUND.toMillis());
            return new String(socket.getInputStream().readNBytes(12), US_ASCII);
        }
    }

    /** An upload of which the server has the beginning and waits for the rest. */
    private Socket upload(String path, String beginning) throws IOException {
        Socket socket = open(path, "operator", "text/csv", "");
        socket.getOutputStream().write(beginning.getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private Socket open(String path, String role, String contentType, String more) throws IOException {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        Socket socket = new Socket("127.0.0.1", port);
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + contentType
                + "\r\nAuthorization: " + TestToken.of(role).bearer() + "\r\nContent-Length: 100000\r\n" + more
                + "\r\n";
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Answer load() {
        return api.postCsv("/audience/import", "user_id,name\n" + UUID.randomUUID() + ",Quick\n");
    }

    private long customers() {
        return jdbc.sql("SELECT count(*) FROM customer WHERE user_id = ?")
                .param(user)
                .query(Long.class)
                .single();
    }
}

package io.promo.dispatch.audience;

import io.promo.http.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Files on their way in. A file is received whole, into a temporary file that has no name any more, before anything is done
 * with it: so a slow client holds its own request thread, of which there are many more than places here, and nothing else.
 * How long a client may be silent says {@code server.tomcat.connection-timeout}.
 */
@Component
class Uploads {

    /** What is done with a file that has arrived. */
    @FunctionalInterface
    interface Use<T> {
        T of(InputStream file) throws IOException;
    }

    /** Files that may arrive, or be imported, at the same time. */
    static final int AT_ONCE = 4;

    /** Bytes of the longest file: some ten million customers. */
    static final long LONGEST = 1L << 30;

    /** How long a file may take to arrive. */
    static final Duration DEADLINE = Duration.ofMinutes(15);

    private static final String NOTHING_DONE = " Nothing was imported.";

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Clock clock;

    Uploads() {
        this(Clock.systemUTC());
    }

    Uploads(Clock clock) {
        this.clock = clock;
    }

    /**
     * Receives the file and has it used; it is gone afterwards, whatever happens.
     *
     * @throws Refusal 429 when no place is free, 408 when it arrives too slowly, 400 when it
     *     breaks off
     */
    <T> T receive(InputStream body, Use<T> use) throws IOException {
        if (!places.tryAcquire()) {
            Refusal busy = new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "imports-under-way",
                    AT_ONCE + " files are being imported, as many as there may be at once; try again soon");
            busy.getHeaders().set(HttpHeaders.RETRY_AFTER, "10");
            throw busy;
        }
        try (FileChannel file = temporary()) {
            copy(body, Channels.newOutputStream(file));
            file.position(0);
            return use.of(Channels.newInputStream(file));
        } finally {
            places.release();
        }
    }

    /** Its name is deleted as soon as it is open: what is left of it goes with the process, however that ends. */
    private static FileChannel temporary() throws IOException {
        Path path = Files.createTempFile("promo-import", ".csv");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private void copy(InputStream body, OutputStream file) throws IOException {
        Instant until = clock.instant().plus(DEADLINE);
        byte[] buffer = new byte[1 << 16];
        for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
            if (clock.instant().isAfter(until)) {
                throw tooSlow("The file took longer than " + DEADLINE.toMinutes() + " minutes; import it in parts.");
            }
            file.write(buffer, 0, read);
        }
    }

    private static int read(InputStream body, byte[] buffer) throws IOException {
        try {
            return body.read(buffer);
        } catch (SocketTimeoutException e) {
            throw tooSlow("The file stopped arriving.");
        } catch (IOException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "broken-upload", "The file broke off." + NOTHING_DONE);
        }
    }

    private static Refusal tooSlow(String what) {
        return new Refusal(HttpStatus.REQUEST_TIMEOUT, "upload-too-slow", what + NOTHING_DONE);
    }
}

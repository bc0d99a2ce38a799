package io.promo.dispatch.audience;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.http.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What becomes of a file that arrives, and of one that does not. */
class UploadsTest {

    private final Watch watch = new Watch();
    private final Uploads uploads = new Uploads(watch);

    @Test
    void shouldGiveUpAFileThatTakesTooLongHoweverSteadilyItComes() {
        InputStream trickle = new InputStream() {
            @Override
            public int read() {
                watch.now = watch.now.plusSeconds(9);
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                bytes[offset] = (byte) read();
                return 1;
            }
        };

        assertThatThrownBy(() -> uploads.receive(trickle, file -> 1))
                .isInstanceOf(Refusal.class)
                .hasMessage("The file took longer than 15 minutes; import it in parts. Nothing was imported.");
        assertThat(watch.now).isBefore(Instant.EPOCH.plusSeconds(910));
    }

    @Test
    void shouldHaveAPlaceAgainHoweverAFileEnds() throws IOException {
        for (int i = 0; i < 3 * Uploads.AT_ONCE; i++) {
            assertThatThrownBy(() -> uploads.receive(failing(new SocketTimeoutException()), file -> 1))
                    .hasMessage("The file stopped arriving. Nothing was imported.");
            assertThatThrownBy(() -> uploads.receive(failing(new IOException("reset")), file -> 1))
                    .hasMessage("The file broke off. Nothing was imported.");
            assertThatThrownBy(() -> uploads.receive(InputStream.nullInputStream(), file -> {
                        throw Refusal.badField("header", "is not usable");
                    }))
                    .hasMessage("header is not usable");
        }
        byte[] file = "user_id,name".getBytes(UTF_8);
        assertThat(uploads.receive(new ByteArrayInputStream(file), InputStream::readAllBytes))
                .isEqualTo(file);
    }

    private static InputStream failing(IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        };
    }

    private static final class Watch extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

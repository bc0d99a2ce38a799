package io.promo.dispatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a process remembers of its drives ends with them. */
class DrivesTest {

    private final UUID run = UUID.randomUUID();
    private final Drives drives = new Drives();

    @Test
    void shouldRecordAgainWhatItGaveUpBefore() {
        drives.begin(run);
        drives.giveUp(run);
        assertThat(drives.isRecording(run)).isFalse();
        drives.end(run);

        assertThat(drives.begin(run)).isTrue();

        assertThat(drives.isRecording(run)).isTrue();
    }

    /** As a listener does that comes late. */
    @Test
    void shouldRecordAgainWhatWasGivenUpAfterItsEnd() {
        drives.begin(run);
        drives.end(run);
        drives.giveUp(run);

        drives.begin(run);

        assertThat(drives.isRecording(run)).isTrue();
    }

    @Test
    void shouldGiveUpNothingThatItDoesNotDrive() {
        drives.giveUp(run);
        drives.giveUpAll();

        assertThat(drives.begin(run)).isTrue();

        assertThat(drives.isRecording(run)).isTrue();
        assertThat(drives.begin(run)).isFalse();
    }
}

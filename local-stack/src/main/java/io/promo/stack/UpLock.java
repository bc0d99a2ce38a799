package io.promo.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One at a time changes a stack. The operating system lets go of the lock when its holder ends, however it ends. */
final class UpLock implements AutoCloseable {

    private final FileChannel channel;

    private UpLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StackException when another process, or another thread of this one, holds it */
    static UpLock take(Path home) {
        Path file = home.resolve("lock");
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StackException("Another promo up or down is at work on %s (process %s); wait for it"
                        .formatted(home, Files.readString(file).strip()));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new UpLock(channel);
        } catch (IOException e) {
            throw new StackException("Cannot write to " + home + ": " + e.getMessage() + "; set PROMO_HOME", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StackException("Cannot let go of the lock: " + e.getMessage(), e);
        }
    }
}

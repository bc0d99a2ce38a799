package io.promo.cli.token;

import io.promo.cli.failure.CommandFailure;
import io.promo.cli.failure.ExitCode;
import io.promo.cli.output.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Logins on disk: a directory per issuer, in it a file per user and one that names the last login. Each file is made
 * readable for its owner only before a token is in it, and replaced as a whole.
 */
public final class TokenStore {

    private static final String LAST = "last";

    private final Path directory;

    /**
     * The logins at one issuer.
     *
     * @param configuration the directory of all configuration
     */
    public TokenStore(Path configuration, String issuer) {
        this.directory = configuration.resolve("logins").resolve(encode(issuer));
    }

    /** The user of the last login; null when nobody is logged in. */
    public @Nullable String lastUser() {
        Path last = directory.resolve(LAST);
        try {
            return Files.exists(last) ? Files.readString(last).strip() : null;
        } catch (IOException e) {
            throw unusable("read", last, e);
        }
    }

    /** The user's tokens; null when there are none. */
    public @Nullable Grant find(String username) {
        Path file = file(username);
        try {
            return Files.exists(file) ? Grant.read(Json.parse(Files.readString(file))) : null;
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw unusable("read", file, e);
        }
    }

    /** Keeps the tokens in place of those the user had. */
    public void save(String username, Grant grant) {
        replace(file(username), Json.pretty(grant.write()));
    }

    /** Makes the user the one meant when none is named. */
    public void setLast(String username) {
        replace(directory.resolve(LAST), username);
    }

    /** Forgets the user's tokens. */
    public void remove(String username) {
        try {
            Files.deleteIfExists(file(username));
            if (username.equals(lastUser())) {
                Files.deleteIfExists(directory.resolve(LAST));
            }
        } catch (IOException e) {
            throw unusable("delete", file(username), e);
        }
    }

    private void replace(Path file, String content) {
        try {
            Files.createDirectories(directory, onlyOwner("rwx------"));
            // Made with mode 600 by its very creation.
            Path scratch = Files.createTempFile(directory, ".login", null, onlyOwner("rw-------"));
            Files.writeString(scratch, content);
            Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unusable("write", file, e);
        }
    }

    private Path file(String username) {
        return directory.resolve(encode(username) + ".json");
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static CommandFailure unusable(String verb, Path file, Exception cause) {
        return new CommandFailure(
                ExitCode.FAILED,
                "Cannot " + verb + " the stored login " + file,
                List.of(),
                "Make the directory yours, or delete the file and log in again: promo login",
                cause);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}

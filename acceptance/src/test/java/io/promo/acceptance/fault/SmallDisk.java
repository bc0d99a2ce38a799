package io.promo.acceptance.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A disk in memory, too small for what a run writes, as a tablespace of the server. */
final class SmallDisk implements AutoCloseable {

    private final Path directory;
    private final JdbcClient superuser;
    private @Nullable String partition;

    private SmallDisk(Path directory, JdbcClient superuser) {
        this.directory = directory;
        this.superuser = superuser;
    }

    /** Null without the right to mount one. */
    static @Nullable SmallDisk mounted(JdbcClient superuser) throws IOException, InterruptedException {
        Path directory = Files.createDirectory(Path.of("target/small-disk-" + UUID.randomUUID()))
                .toAbsolutePath();
        if (run("mount", "-t", "tmpfs", "-o", "size=4m,mode=0777", "tmpfs", directory.toString()) != 0) {
            Files.delete(directory);
            return null;
        }
        Path tablespace = Files.createDirectory(directory.resolve("data"));
        Files.setPosixFilePermissions(tablespace, PosixFilePermissions.fromString("rwxrwxrwx"));
        superuser
                .sql("CREATE TABLESPACE small_disk LOCATION '" + tablespace + "'")
                .update();
        return new SmallDisk(directory, superuser);
    }

    /** Moves the partition here that takes what is delivered on a day, in UTC, empty. */
    void take(LocalDate date) {
        partition = superuser.sql("""
                        SELECT name FROM inbox_partition WHERE ?::date >= from_date AND ?::date < to_date
                        """).params(date, date).query(String.class).single();
        superuser.sql("TRUNCATE " + partition).update();
        move("small_disk");
    }

    /** Makes room. */
    void grow() throws IOException, InterruptedException {
        if (run("mount", "-o", "remount,size=1g", directory.toString()) != 0) {
            throw new IOException(directory + " cannot be made larger");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (partition != null) {
            move("pg_default");
        }
        superuser.sql("DROP TABLESPACE small_disk").update();
        run("umount", directory.toString());
        Files.delete(directory);
    }

    private void move(String tablespace) {
        superuser
                .sql("SELECT relid::regclass FROM pg_partition_tree(CAST(? AS regclass)) WHERE isleaf")
                .param(partition)
                .query(String.class)
                .list()
                .forEach(leaf -> superuser
                        .sql("ALTER TABLE " + leaf + " SET TABLESPACE " + tablespace)
                        .update());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}

package io.promo.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.promo.stack.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The functions through which partitions of {@code inbox_message} come and go. */
class PartitionsTest {

    private static final LocalDate ORIGIN = LocalDate.of(2024, 1, 1);

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private Sql owner;
    private Sql manager;
    private Sql inbox;

    @BeforeEach
    void createDatabase() {
        TestDatabase database = TestDatabase.create(Database.INBOX);
        owner = Sql.on(database.as(Role.OWNER));
        manager = Sql.on(database.as(Role.MANAGER));
        inbox = Sql.on(database.as(Role.INBOX));
    }

    @Test
    void shouldAlignPartitionsToWeeksFromMondaySoThatEveryDateOfAWeekFindsTheSameOne() throws SQLException {
        for (int day = -30; day < 30; day++) {
            LocalDate date = today.plusDays(day);
            LocalDate monday = ORIGIN.plusDays(7 * Math.floorDiv(ChronoUnit.DAYS.between(ORIGIN, date), 7L));

            assertThat(ensure(date))
                    .isEqualTo("inbox_message_" + monday.toString().replace("-", ""));
        }
    }

    @Test
    void shouldTakeRowsOfEveryDateOnceTheWidthHasChanged() throws SQLException {
        ensure(today);
        owner.all("UPDATE inbox_settings SET partition_days = 30");

        for (int day = -40; day < 40; day++) {
            ensure(today.plusDays(day));
            insert(today.plusDays(day));
        }

        assertThat(owner.one("SELECT count(*) FROM inbox_message")).isEqualTo("80");
    }

    @Test
    void shouldKeepEachQuarterOfTheUserIdsInATableOfItsOwn() throws SQLException {
        ensure(today);

        for (String id : List.of(
                "00000000-",
                "3fffffff-",
                "40000000-",
                "7fffffff-",
                "80000000-",
                "bfffffff-",
                "c0000000-",
                "ffffffff-")) {
            owner.all(
                    "INSERT INTO inbox_message (delivery_id, user_id, template_no) VALUES (delivery_number(current_date), '"
                            + id + "0000-0000-0000-000000000000', 1)");
        }

        assertThat(owner.all("SELECT count(*) FROM inbox_message GROUP BY tableoid"))
                .containsExactly("2", "2", "2", "2");
        assertThat(inbox.one("SELECT count(*) FROM inbox_message")).isEqualTo("8");
    }

    @Test
    void shouldMakeOnePartitionWhenManyAskForItAtOnce() throws SQLException {
        List<CompletableFuture<String>> asked = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return ensure(today);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();

        assertThat(asked).allSatisfy(name -> assertThat(name).succeedsWithin(Duration.ofSeconds(20)));
        assertThat(owner.one("SELECT count(*) FROM inbox_partition")).isEqualTo("1");
    }

    @Test
    void shouldGiveEachEventAndDateOneDeliveryHoweverManyAskAtOnceAndEachOneANumberOfItsOwn() throws SQLException {
        List<UUID> events = List.of(UUID.randomUUID(), UUID.randomUUID());
        List<CompletableFuture<String>> asked = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return open(events.get(i % 2), today);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        Set<String> numbers = new HashSet<>();
        asked.forEach(number -> numbers.add(number.join()));

        assertThat(numbers).hasSize(2).hasSameElementsAs(owner.all("SELECT delivery_id FROM delivery"));
    }

    @Test
    void shouldOpenNothingForDatesThatRetentionWouldDrop() throws SQLException {
        open(UUID.randomUUID(), today.minusDays(90));

        assertThatThrownBy(() -> open(UUID.randomUUID(), today.minusDays(91)))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("PR001"))
                .hasMessageContaining("older than the retention");
    }

    @Test
    void shouldDropAPartitionOnlyWhenNoneOfItsDatesIsKept() throws SQLException {
        owner.all("UPDATE inbox_settings SET partition_days = 1");
        String kept = ensure(today.minusDays(8));
        String expired = ensure(today.minusDays(10));
        insert(today.minusDays(8));
        insert(today.minusDays(10));
        owner.all("UPDATE inbox_settings SET retention_days = 8");

        assertThat(inbox.one("SELECT drop_expired_inbox_partition()")).isEqualTo(expired);
        assertThat(inbox.one("SELECT drop_expired_inbox_partition()")).isNull();

        assertThat(owner.all("SELECT name FROM inbox_partition")).containsExactly(kept);
        assertThat(owner.one("SELECT count(*) FROM inbox_message")).isEqualTo("1");
    }

    private String open(UUID event, LocalDate date) throws SQLException {
        return manager.one("SELECT open_delivery('" + event + "', '" + date + "')");
    }

    private String ensure(LocalDate date) throws SQLException {
        return inbox.one("SELECT ensure_inbox_partition('" + date + "')");
    }

    private void insert(LocalDate date) throws SQLException {
        owner.all("INSERT INTO inbox_message (delivery_id, user_id, template_no) VALUES (delivery_number('" + date
                + "'::date), gen_random_uuid(), 1)");
    }
}

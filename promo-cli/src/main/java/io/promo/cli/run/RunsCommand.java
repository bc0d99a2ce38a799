package io.promo.cli.run;

import io.promo.cli.command.PageOptions;
import io.promo.cli.command.PromoCommand;
import io.promo.cli.failure.CommandFailure;
import io.promo.cli.http.Request;
import io.promo.cli.http.Service;
import io.promo.cli.output.Column;
import io.promo.cli.output.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists runs. */
@Command(name = "runs", description = "List runs, newest first; or show one, its partitions, or who did what with it.")
public final class RunsCommand extends PromoCommand {

    private static final List<Column> PARTITION = List.of(
            new Column("NO", true, partition -> Json.text(partition, "partitionNo")),
            Column.text("STATE", "state"),
            Column.count("DELIVERED", "delivered"),
            Column.count("NEW", "inserted"),
            Column.count("CHUNKS", "chunks"),
            Column.count("REPLAYED", "chunksReplayed"),
            Column.count("ATTEMPTS", "attempts"),
            Column.text("WORKER", "processId"),
            Column.text("FIRST USER", "firstUser"),
            Column.text("REASON", "reason"));

    private static final List<Column> ACTION = List.of(
            Column.instant("AT", "at"),
            Column.text("WHO", "actor"),
            Column.text("DID", "action"),
            Column.text("DATE", "dispatchDate"),
            new Column("GEN", true, action -> Json.text(action, "generation")),
            Column.text("DETAIL", "detail"));

    /** The states of a run. */
    enum State {
        DUE,
        RUNNING,
        PAUSED,
        STOPPED,
        FAILED,
        COMPLETED,
        MISSED,
        CANCELLED
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN",
            description = "Only this run, with all there is to know.")
    @Nullable
    UUID id;

    @Option(names = "--partitions", description = "The run's partitions.")
    boolean partitions;

    @Option(names = "--actions", description = "Who did what with the run, or with the event's runs.")
    boolean actions;

    @Option(names = "--event", paramLabel = "EVENT", description = "Only runs of this event.")
    @Nullable
    UUID event;

    @Option(names = "--state", paramLabel = "STATE", description = "Only runs in this state: ${COMPLETION-CANDIDATES}.")
    @Nullable
    State state;

    @Option(names = "--date", paramLabel = "DATE", description = "Only runs of this local date.")
    @Nullable
    LocalDate date;

    @Mixin
    PageOptions page = new PageOptions();

    @Override
    protected void run() {
        if (id == null && partitions) {
            throw CommandFailure.usage("--partitions of which run?", "Add its id: promo runs RUN --partitions");
        }
        if (actions) {
            output().table(api().send(actions()).body(), ACTION, "Nothing was done with it.");
        } else if (id == null) {
            output().table(page.read(api(), this::list), RunText.ROW, "There are no such runs.");
        } else if (partitions) {
            output().table(
                            api().get(Service.DISPATCH, "/runs/" + id + "/partitions"),
                            PARTITION,
                            "The run has no partitions yet.");
        } else {
            output().record(api().get(Service.DISPATCH, "/runs/" + id), RunText.RECORD);
        }
    }

    private Request actions() {
        if (id != null) {
            return Request.get(Service.DISPATCH, "/runs/" + id + "/actions");
        }
        if (event == null) {
            throw CommandFailure.usage("--actions of what?", "Name a run, or add --event EVENT.");
        }
        return Request.get(Service.DISPATCH, "/runs/actions").query("eventId", event);
    }

    private Request list() {
        return Request.get(Service.DISPATCH, "/runs")
                .query("eventId", event)
                .query("state", state)
                .query("date", date);
    }
}

package io.promo.cli;

import io.promo.cli.audience.AudienceCommand;
import io.promo.cli.event.CancelCommand;
import io.promo.cli.event.CopyCommand;
import io.promo.cli.event.CreateCommand;
import io.promo.cli.event.DeleteCommand;
import io.promo.cli.event.EditCommand;
import io.promo.cli.event.HistoryCommand;
import io.promo.cli.event.ListCommand;
import io.promo.cli.event.PreviewCommand;
import io.promo.cli.event.PublishCommand;
import io.promo.cli.event.ShowCommand;
import io.promo.cli.inbox.InboxCommand;
import io.promo.cli.login.LoginCommand;
import io.promo.cli.login.LogoutCommand;
import io.promo.cli.repair.DlqCommand;
import io.promo.cli.repair.OutboxCommand;
import io.promo.cli.run.BackfillCommand;
import io.promo.cli.run.DispatchCommand;
import io.promo.cli.run.ExplainCommand;
import io.promo.cli.run.PauseCommand;
import io.promo.cli.run.RestartCommand;
import io.promo.cli.run.ResumeCommand;
import io.promo.cli.run.RunsCommand;
import io.promo.cli.run.ScheduleCommand;
import io.promo.cli.run.StopCommand;
import io.promo.cli.run.TestSendCommand;
import io.promo.cli.run.WatchCommand;
import io.promo.cli.run.WorkersCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** All commands, as the help lists them. */
enum Commands {
    SESSION("Session", LoginCommand.class, LogoutCommand.class),
    CALENDAR(
            "Calendar",
            CreateCommand.class,
            EditCommand.class,
            ListCommand.class,
            ShowCommand.class,
            PreviewCommand.class,
            CopyCommand.class,
            PublishCommand.class,
            CancelCommand.class,
            DeleteCommand.class,
            HistoryCommand.class),
    RUNS(
            "Dispatch",
            DispatchCommand.class,
            BackfillCommand.class,
            RunsCommand.class,
            WatchCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            StopCommand.class,
            RestartCommand.class,
            ScheduleCommand.class,
            WorkersCommand.class),
    CUSTOMERS("Customers", AudienceCommand.class, TestSendCommand.class, ExplainCommand.class, InboxCommand.class),
    REPAIR("Repair", DlqCommand.class, OutboxCommand.class),
    LOCAL_STACK(
            "Local stack (by the launcher script ./promo)",
            LocalStack.Up.class,
            LocalStack.Down.class,
            LocalStack.Status.class,
            LocalStack.Demo.class,
            LocalStack.Bench.class),
    SHELL("Shell", CompletionCommand.class);

    private final String title;
    private final List<Entry> entries;

    Commands(String title, Class<?>... types) {
        this.title = title;
        this.entries = Arrays.stream(types).map(Entry::new).toList();
    }

    /** A command that is looked at only when it is needed. */
    record Entry(Class<?> type) {

        String name() {
            return annotation().name();
        }

        /** The command itself, with its options. */
        Object create() {
            try {
                var constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                return constructor.newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " needs a constructor without arguments", e);
            }
        }

        private String description() {
            return annotation().description()[0];
        }

        private Command annotation() {
            return type.getAnnotation(Command.class);
        }
    }

    static Stream<Entry> all() {
        return Arrays.stream(values()).flatMap(section -> section.entries.stream());
    }

    /** The list of the help. */
    static String help() {
        return Arrays.stream(values()).map(Commands::section).collect(Collectors.joining());
    }

    private String section() {
        return entries.stream()
                .map(entry -> String.format(Locale.ROOT, "  %-11s %s%n", entry.name(), entry.description()))
                .collect(Collectors.joining("", String.format(Locale.ROOT, "%n%s:%n", title), ""));
    }
}

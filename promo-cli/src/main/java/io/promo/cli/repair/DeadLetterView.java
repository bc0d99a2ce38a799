package io.promo.cli.repair;

import io.promo.cli.output.Column;
import java.util.List;

/** Dead letters as people see them. */
final class DeadLetterView {

    static final List<Column> ROW = List.of(
            Column.text("ID", "id"),
            Column.instant("RECEIVED", "receivedAt"),
            Column.text("TOPIC", "topic"),
            Column.text("PARTITION", "partition"),
            Column.text("KEY", "key"),
            Column.instant("REPLAYED", "replayedAt"),
            Column.text("CAUSE", "cause"));

    private DeadLetterView() {}
}

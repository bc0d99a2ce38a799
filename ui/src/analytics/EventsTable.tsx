import { ActionIcon, Anchor, Group, Text } from "@mantine/core";
import { IconCalendarEvent } from "@tabler/icons-react";
import { Link, useSearchParams } from "react-router";
import { analyticsTexts } from "../texts/analytics";
import { calendarAddress, eventAddress } from "./address";
import type { Column } from "./columns";
import classes from "./EventsTable.module.css";
import { FigurePanel } from "./FigurePanel";
import { figureColumns } from "./figureColumns";
import { type EventFigures, titleOf } from "./figures";

const columns = (): Column<EventFigures>[] => [
  { header: analyticsTexts.event, value: (row) => titleOf(row), shown: (row) => <EventCell row={row} /> },
  ...figureColumns(),
];

/** A row per event, leading to its own figures and to the event itself. */
export function EventsTable({ rows, fileName }: { rows: EventFigures[]; fileName: string }) {
  return (
    <FigurePanel
      title={analyticsTexts.byEvent}
      caption={analyticsTexts.byEventCaption}
      columns={columns()}
      rows={rows}
      rowKey={(row) => row.eventId}
      fileName={fileName}
    />
  );
}

function EventCell({ row }: { row: EventFigures }) {
  const [search] = useSearchParams();
  const title = titleOf(row);
  const calendar = analyticsTexts.openInCalendar(title);
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between" className={classes.cell}>
      <div>
        <Anchor component={Link} to={eventAddress(row.eventId, search)} className={classes.event}>
          <bdi>{title}</bdi>
        </Anchor>
        <Text size="xs" c="dimmed">
          {analyticsTexts.datesOfEvent(row.dates, row.first, row.last)}
        </Text>
      </div>
      <ActionIcon
        component={Link}
        to={calendarAddress(row.eventId)}
        variant="subtle"
        className={classes.calendar}
        aria-label={calendar}
        title={calendar}
      >
        <IconCalendarEvent size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

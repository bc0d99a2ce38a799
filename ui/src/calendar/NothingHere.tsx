import { Button, Paper, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { calendarTexts } from "../texts/calendar";
import classes from "./CalendarPage.module.css";

type Props = {
  period: string;
  /** How many events the filter and the search hide. */
  hidden: number;
  plan: boolean;
  onShowAll: () => void;
};

/** Why the calendar is empty, and what to do about it. It lies above the days without being in the way of a drag. */
export function NothingHere({ period, hidden, plan, onShowAll }: Props) {
  const touch = useMediaQuery("(pointer: coarse)", undefined, { getInitialValueInEffect: false });
  const invitation = plan ? (touch ? calendarTexts.emptyTap : calendarTexts.emptyDraw) : calendarTexts.emptyLook;
  return (
    <Paper className={classes.nothing} shadow="md" withBorder role="status">
      <Text fw={650}>{hidden > 0 ? calendarTexts.noMatchTitle : calendarTexts.emptyTitle(period)}</Text>
      <Text c="dimmed" size="sm">
        {hidden > 0 ? calendarTexts.noMatch(hidden) : invitation}
      </Text>
      {hidden > 0 && (
        <Button variant="light" className={classes.showAll} onClick={onShowAll}>
          {calendarTexts.showAll}
        </Button>
      )}
    </Paper>
  );
}

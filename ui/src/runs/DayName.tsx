import { Text } from "@mantine/core";
import { formatDate } from "../texts/format";
import { runTexts } from "../texts/runs";
import { localDateTime } from "../time/zone";
import classes from "./DayName.module.css";

/** A day's date and when it is due. */
export function DayName({ date, dueAt, zone }: { date: string; dueAt: string; zone: string }) {
  const [dueDate, dueTime] = localDateTime(dueAt, zone).split("T");
  return (
    <span>
      <b className={classes.date}>{formatDate(date)}</b>
      <Text span size="xs" c="dimmed" className={classes.due}>
        {runTexts.due(dueDate === date ? (dueTime ?? "") : `${dueDate} ${dueTime}`)}
      </Text>
    </span>
  );
}

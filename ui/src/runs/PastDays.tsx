import { Button, Text } from "@mantine/core";
import { useRef, useState } from "react";
import type { PromoEvent } from "../api/types";
import { useRights } from "../auth/RightsContext";
import { MoreButton } from "../shell/MoreButton";
import { runTexts } from "../texts/runs";
import { DayName } from "./DayName";
import { DayRow } from "./DayRow";
import type { Day } from "./eventDays";
import { Cell, Row, Rows } from "./Rows";
import { FIGURE_COLUMNS, FIGURE_HEADS } from "./RunFigures";

const FIRST = 31;
const HEADS = [runTexts.day, runTexts.stateLabel, ...FIGURE_HEADS];
const COLUMNS = `minmax(168px, 1.2fr) minmax(108px, 0.7fr) ${FIGURE_COLUMNS}`;

type PastDaysProps = {
  days: readonly Day[];
  event: PromoEvent;
  readAt: (runId: string) => number;
  isLive: (runId: string) => boolean;
  /** Asks to send a missed day; undefined: not possible now. */
  onBackfill?: (date: string) => void;
};

/** The days of an event that have come, the latest first. */
export function PastDays({ days, event, readAt, isLive, onBackfill }: PastDaysProps) {
  const rights = useRights();
  const [all, setAll] = useState(false);
  const rows = useRef<HTMLUListElement>(null);
  const shown = all ? days : days.slice(0, FIRST);
  return (
    <div>
      <Rows ref={rows} label={runTexts.dayList} heads={HEADS} columns={COLUMNS}>
        {shown.map(({ run, ...day }) =>
          run == null ? (
            <RunlessDay key={day.date} day={day} event={event} />
          ) : (
            <DayRow
              key={day.date}
              day={{ ...day, run }}
              event={event}
              readAt={readAt(run.runId)}
              live={isLive(run.runId)}
            >
              {run.state === "MISSED" && rights.operate && onBackfill && (
                <Button variant="default" size="sm" onClick={() => onBackfill(day.date)}>
                  {runTexts.backfillDay}
                </Button>
              )}
            </DayRow>
          ),
        )}
      </Rows>
      <MoreButton
        variant="subtle"
        fullWidth
        mt="xs"
        list={rows}
        more={shown.length < days.length}
        onMore={() => setAll(true)}
      >
        {runTexts.showAllDays(days.length)}
      </MoreButton>
      <Text size="xs" c="dimmed" mt="xs">
        {runTexts.skippedHint}
      </Text>
    </div>
  );
}

function RunlessDay({ day, event }: { day: Day; event: PromoEvent }) {
  const note = { DRAFT: runTexts.planned, CANCELLED: runTexts.wontCome, PUBLISHED: runTexts.noRunYet, EXPIRED: null };
  return (
    <Row>
      <Cell label={runTexts.day} wide>
        <DayName date={day.date} dueAt={day.dueAt} zone={event.timeZone} />
      </Cell>
      <Cell label={runTexts.stateLabel} wide>
        {note[event.status] ?? runTexts.none}
      </Cell>
    </Row>
  );
}

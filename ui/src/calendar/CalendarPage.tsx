import { Alert, Progress, Text } from "@mantine/core";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useRights } from "../auth/RightsContext";
import { useRunsUnderWay } from "../runs/runsUnderWay";
import { LoadFailed } from "../shell/LoadFailed";
import { MayBeOld } from "../shell/MayBeOld";
import { PageTitle } from "../shell/PageTitle";
import { calendarTexts } from "../texts/calendar";
import { shellTexts } from "../texts/shell";
import { turned } from "../time/calendar";
import { addDays, type Dates } from "../time/window";
import { localZone, today } from "../time/zone";
import { Agenda } from "./Agenda";
import classes from "./CalendarPage.module.css";
import { CalendarSkeleton } from "./CalendarSkeleton";
import { countByState, found } from "./entries";
import type { GridProps } from "./gridProps";
import { Legend } from "./Legend";
import { MonthWeek } from "./MonthWeek";
import { NothingHere } from "./NothingHere";
import { OpenEvent } from "./OpenEvent";
import { RunsContext } from "./RunsContext";
import { SearchField } from "./SearchField";
import { Timeline } from "./Timeline";
import { Toolbar } from "./Toolbar";
import { useCalendarAddress, written } from "./useCalendarAddress";
import { useCalendarEvents } from "./useCalendarEvents";
import { useMoves } from "./useMoves";
import { useSearchText } from "./useSearchText";
import { useShortcuts } from "./useShortcuts";
import { PERIODS, shownDates, shownTitle, type View } from "./views";

const NEW_DAYS = 7;

/** All events by their dates. */
export function CalendarPage() {
  const { plan } = useRights();
  const zone = localZone();
  const [shown, change] = useCalendarAddress();
  const now = today(zone);
  const date = shown.date ?? now;
  const { view } = shown;
  const dates = useMemo(() => shownDates(view, date), [view, date]);
  const events = useCalendarEvents(dates);
  const [typed, onType] = useSearchText(shown.text, (q) => change({ q }, true));
  const text = useDeferredValue(typed);
  const inView = useMemo(() => found(events.entries, dates, text), [events.entries, dates, text]);
  const counts = useMemo(() => countByState(inView), [inView]);
  const entries = useMemo(
    () => (shown.states.size === 0 ? inView : inView.filter(({ state }) => shown.states.has(state))),
    [inView, shown.states],
  );
  const hidden = found(events.entries, dates, "").length - entries.length;
  const search = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(false);
  const searching = asked || typed !== "";

  const onToday = () => change({ date: null });
  const onTurn = (by: 1 | -1) => change((from) => ({ date: turned(PERIODS[from.view], from.date ?? now, by) }));
  const onView = (to: View) => change({ view: to });
  const onNew = () => change({ new: written(usualDates(dates, now)), event: null, tab: null });
  const onSearch = (open: boolean) => {
    flushSync(() => setAsked(open));
    search.current?.focus();
  };
  const onShowAll = () => {
    onType("");
    change({ status: null });
  };
  const onOpen = useCallback((event: string) => change({ event, new: null, tab: null }), [change]);
  const onDraw = useCallback((drawn: Dates) => change({ new: written(drawn), event: null, tab: null }), [change]);
  const onMove = useMoves();
  useShortcuts(shown.target == null, {
    today: onToday,
    turn: onTurn,
    view: onView,
    create: () => plan && onNew(),
    search: () => onSearch(true),
  });

  const grid: GridProps = { date, today: now, entries, drawn: shown.drawn, plan, onOpen, onDraw, onMove };
  const title = shownTitle(view, date);
  return (
    <RunsContext value={useRunsUnderWay()}>
      <div className={classes.page} data-view={view}>
        <PageTitle of={shellTexts.calendar} />
        <Toolbar
          {...{ title, view, plan, onToday, onTurn, onView, onNew, searching, onSearch: () => onSearch(!searching) }}
        />
        <div className={classes.narrow}>
          <Legend
            counts={counts}
            chosen={shown.states}
            onChoose={(states) => change({ status: states.join(",") }, true)}
          />
          <SearchField
            ref={search}
            className={classes.search}
            data-searching={searching || undefined}
            value={typed}
            onChange={onType}
          />
        </div>
        {events.loaded && <MayBeOld error={events.error} />}
        {events.truncated && <Alert color="orange">{calendarTexts.truncated(events.entries.length)}</Alert>}
        <div className={classes.calendar}>
          {events.waiting && (
            <Progress
              className={classes.waiting}
              value={100}
              animated
              size="xs"
              aria-label={calendarTexts.refreshing}
            />
          )}
          {events.loaded ? (
            <CalendarView view={view} grid={grid} />
          ) : events.error != null ? (
            <LoadFailed error={events.error} onRetry={events.again} />
          ) : (
            <CalendarSkeleton />
          )}
          {events.loaded && !events.waiting && entries.length === 0 && shown.target == null && (
            <NothingHere period={title.long} hidden={hidden} plan={plan} onShowAll={onShowAll} />
          )}
        </div>
        <Text className={classes.zone}>
          {calendarTexts.todayIs(now, zone)} <span className={classes.zones}>{calendarTexts.zones}</span>
        </Text>
        <OpenEvent shown={plan || shown.drawn == null ? shown : { ...shown, target: null }} onChange={change} />
      </div>
    </RunsContext>
  );
}

function CalendarView({ view, grid }: { view: View; grid: GridProps }) {
  if (view === "agenda") {
    return <Agenda {...grid} />;
  }
  return view === "timeline" ? <Timeline {...grid} /> : <MonthWeek view={view} {...grid} />;
}

/** A week, from tomorrow on or from the beginning of what is shown when that is later. */
function usualDates(shown: Dates, now: string): Dates {
  const tomorrow = addDays(now, 1);
  const first = shown.first > tomorrow ? shown.first : tomorrow;
  return { first, last: addDays(first, NEW_DAYS - 1) };
}

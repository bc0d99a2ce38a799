import { Text } from "@mantine/core";
import { IconRobot, IconUser } from "@tabler/icons-react";
import type { RunAction, RunState } from "../../api/types";
import { eventHistoryTexts as texts } from "../../texts/eventHistory";
import { formatAgo, formatDate } from "../../texts/format";
import { runTexts } from "../../texts/runs";
import { useLeaving } from "../leaving";
import { dueText } from "../preview/DueDates";
import { SmallButton } from "../SmallButton";
import { ChangedField } from "./ChangedField";
import { changeLines } from "./changeLines";
import classes from "./history.module.css";
import type { Moment } from "./timeline";

type HistoryItemProps = { moment: Moment; zone: string };

/** One thing that was done: who, what, when, and what changed by it. */
export function HistoryItem({ moment, zone }: HistoryItemProps) {
  const { open } = useLeaving();
  const machine = texts.machines[moment.actor];
  const Icon = machine == null ? IconUser : IconRobot;
  const original = moment.kind === "event" ? moment.entry.changes.copyOf?.to : undefined;
  return (
    <li className={classes.item}>
      <span className={classes.sign} data-machine={machine != null || undefined}>
        <Icon size={16} aria-hidden />
      </span>
      <div className={classes.what}>
        <p className={classes.sentence}>
          <strong>{machine ?? moment.actor}</strong> {sentence(moment)}
        </p>
        <Text size="xs" c="dimmed">
          <time dateTime={moment.at}>{`${dueText(moment.at, zone)} ${zone}`}</time> · {formatAgo(moment.at)}
          {machine != null && ` · ${texts.machine}`}
        </Text>
        {moment.kind === "run" && detailOf(moment.action) != null && (
          <Text size="sm" className={classes.detail}>
            {detailOf(moment.action)}
          </Text>
        )}
        {moment.kind === "event" &&
          changeLines(moment.entry.changes, zone).map((line) => <ChangedField key={line.key} line={line} />)}
        {typeof original === "string" && (
          <SmallButton mt={4} onClick={() => open(original)}>
            {texts.openOriginal}
          </SmallButton>
        )}
      </div>
    </li>
  );
}

function sentence(moment: Moment): string {
  if (moment.kind === "event") {
    return `${texts.eventActions[moment.entry.action]} · ${texts.version(moment.entry.version)}`;
  }
  const { action, dispatchDate, generation } = moment.action;
  const date = formatDate(dispatchDate);
  const done = texts.runActions[action](generation === 0 ? texts.run(date) : texts.replay(date, generation));
  const state = action === "END" ? endState(moment.action.detail) : null;
  return state == null ? done : `${done}: ${runTexts.state[state]}`;
}

/** The state that a run ended in, with which the detail of its end begins. */
function endState(detail: string | null | undefined): RunState | null {
  const word = /^[A-Z]+/.exec(detail ?? "")?.[0];
  return word != null && word in runTexts.state ? (word as RunState) : null;
}

/** What else there is to say: without the state, when that is all. */
function detailOf({ action, detail }: RunAction): string | null {
  const state = action === "END" ? endState(detail) : null;
  const rest = detail?.slice(state?.length ?? 0).replace(/^[\s:;,]+/, "");
  return rest == null || rest === "" ? null : rest;
}

import {
  IconAlertTriangleFilled,
  IconBan,
  IconCalendarX,
  IconCircleCheckFilled,
  IconClock,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerStopFilled,
  type TablerIcon,
} from "@tabler/icons-react";
import type { RunState } from "../api/types";
import { runTexts } from "../texts/runs";
import classes from "./RunStateBadge.module.css";

const ICONS: Record<RunState, TablerIcon> = {
  DUE: IconClock,
  RUNNING: IconPlayerPlayFilled,
  PAUSED: IconPlayerPauseFilled,
  STOPPED: IconPlayerStopFilled,
  FAILED: IconAlertTriangleFilled,
  COMPLETED: IconCircleCheckFilled,
  MISSED: IconCalendarX,
  CANCELLED: IconBan,
};

/** A run's state as a word with its icon and colour. */
export function RunStateBadge({ state }: { state: RunState }) {
  const Icon = ICONS[state];
  return (
    <span className={classes.badge} data-state={state}>
      <Icon size={14} className={classes.icon} aria-hidden />
      {runTexts.state[state]}
    </span>
  );
}

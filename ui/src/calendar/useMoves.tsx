import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { useApi } from "../api/ApiContext";
import { ProblemError } from "../api/problem";
import { staleEvents } from "../api/staleEvents";
import { toastFailed } from "../shell/toasts";
import { calendarTexts } from "../texts/calendar";
import { dragged } from "../time/window";
import type { CalendarEntry } from "./entries";
import { MovedToast } from "./MovedToast";
import { movedText } from "./movedText";
import {
  MOVES,
  type Move,
  moveAtService,
  moveBackInCache,
  movedAtService,
  moveInCache,
  type OwnVersions,
} from "./moves";

const UNDO_MS = 10_000;
const TOAST = "moved-event";

/** Moves one or both ends of an event's window by whole days. */
export type MoveEvent = (entry: CalendarEntry, startDays: number, endDays: number) => void;

/** Drags become changes: drawn at once, taken back with the service's words when it refuses, and undone on demand. */
export function useMoves(): MoveEvent {
  const api = useApi();
  const queries = useQueryClient();
  const own = useRef<OwnVersions>(new Map());
  const { mutate } = useMutation({
    mutationKey: MOVES,
    // One after the other: each names the version that the one before it made.
    scope: { id: "move-event" },
    mutationFn: (move: Move) => moveAtService(api, own.current, move),
    onMutate: (move) => moveInCache(queries, move),
    onSuccess: (event, move) => {
      movedAtService(queries, event);
      const { version } = event;
      toastMoved(move, () => mutate({ ...move, version, from: move.to, to: move.from, undo: true }));
    },
    onError: (error, move) => {
      moveBackInCache(queries, move);
      const changed = error instanceof ProblemError && error.status === 412;
      toastFailed(error, calendarTexts.notMoved(move.title), changed ? calendarTexts.changedMeanwhile : undefined);
    },
    // Once for all of them: until the last is answered, what the service says is older than what is drawn.
    onSettled: () => {
      if (queries.isMutating({ mutationKey: MOVES }) <= 1) {
        staleEvents(queries);
      }
    },
  });
  return useMemo(
    () => (entry, startDays, endDays) => {
      const { eventId, title, version, startDatetime, endDatetime, timeZone } = entry.item;
      if (startDays !== 0 || endDays !== 0) {
        const from = { startDatetime, endDatetime, timeZone };
        mutate({ eventId, title, version, from, to: dragged(from, startDays, endDays), undo: false });
      }
    },
    [mutate],
  );
}

function toastMoved(move: Move, onUndo: () => void) {
  notifications.hide(TOAST);
  notifications.show({
    id: TOAST,
    autoClose: UNDO_MS,
    message: (
      <MovedToast
        text={movedText(move)}
        onUndo={
          move.undo
            ? undefined
            : () => {
                notifications.hide(TOAST);
                onUndo();
              }
        }
      />
    ),
  });
}

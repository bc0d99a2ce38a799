import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import type { CalendarEntry } from "./entries";

/** What is dragged over days: new dates are drawn, an event is moved, or one of its ends. */
type DragKind = "draw" | "move" | "start" | "end";

/** A drag: the event it is of, if any, as it was then, and the days, counted from the left, where it began and is now. */
export type DayDrag = { kind: DragKind; entry: CalendarEntry | null; from: number; to: number };

const MOUSE_SLACK_PX = 4;
const TOUCH_SLACK_PX = 8;
const LONG_PRESS_MS = 400;

type Press = DayDrag & { x: number; y: number; touch: boolean; timer: ReturnType<typeof setTimeout> | undefined };

/**
 * Drags over a row of days. A mouse drags as soon as it moves; a finger after a long press, so that a swipe still scrolls.
 * Escape gives up. The element holds the days side by side, equally wide; in it `data-event` marks what can be dragged and
 * `data-edge` its ends.
 *
 * @param entryOf finds the event that is being dragged
 * @param onDone is told of a drag that ended where it may have changed something
 */
export function useDayDrag(
  days: number,
  enabled: boolean,
  entryOf: (eventId: string | undefined) => CalendarEntry | null,
  onDone: (drag: DayDrag) => void,
) {
  const element = useRef<HTMLDivElement>(null);
  const press = useRef<Press | null>(null);
  const dragged = useRef(false);
  const [drag, setDrag] = useState<DayDrag | null>(null);
  const active = useRef<DayDrag | null>(null);

  const show = useCallback((next: DayDrag | null) => {
    active.current = next;
    setDrag((before) => (before != null && next != null && before.to === next.to ? before : next));
  }, []);

  useEffect(() => {
    const giveUp = () => {
      clearTimeout(press.current?.timer);
      press.current = null;
      show(null);
    };
    const move = (event: globalThis.PointerEvent) => {
      const begun = press.current;
      if (begun == null) {
        return;
      }
      const far = Math.hypot(event.clientX - begun.x, event.clientY - begun.y);
      if (active.current == null && begun.touch) {
        if (far > TOUCH_SLACK_PX) {
          giveUp();
        }
        return;
      }
      if (active.current != null || far > MOUSE_SLACK_PX) {
        dragged.current = true;
        show({ ...begun, to: dayAt(element.current, days, event.clientX) });
      }
    };
    const up = () => {
      const done = active.current;
      giveUp();
      if (done != null && (done.kind === "draw" || done.from !== done.to)) {
        onDone(done);
      }
    };
    const giveUpOnEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape" && press.current != null) {
        giveUp();
      }
    };
    const keepFromScrolling = (event: TouchEvent) => {
      if (active.current != null && event.cancelable) {
        event.preventDefault();
      }
    };
    const surface = element.current;
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", giveUp);
    window.addEventListener("keydown", giveUpOnEscape);
    surface?.addEventListener("touchmove", keepFromScrolling, { passive: false });
    return () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", giveUp);
      window.removeEventListener("keydown", giveUpOnEscape);
      surface?.removeEventListener("touchmove", keepFromScrolling);
    };
  }, [days, onDone, show]);

  const onPointerDown = (event: PointerEvent) => {
    dragged.current = false;
    const target = event.target as HTMLElement;
    const bar = target.closest<HTMLElement>("[data-event]");
    const onButton = target.closest("button") != null;
    if (!enabled || event.button !== 0 || (onButton && bar == null)) {
      return;
    }
    const day = dayAt(element.current, days, event.clientX);
    const kind = bar == null ? "draw" : ((target.dataset.edge as DragKind | undefined) ?? "move");
    const touch = event.pointerType !== "mouse";
    const begun = { kind, entry: entryOf(bar?.dataset.event), from: day, to: day };
    const timer = touch ? setTimeout(() => show(begun), LONG_PRESS_MS) : undefined;
    press.current = { ...begun, x: event.clientX, y: event.clientY, touch, timer };
  };

  /** The click that the browser makes of a drag's end means nothing. */
  const onClickCapture = (event: { stopPropagation(): void; preventDefault(): void }) => {
    if (dragged.current) {
      dragged.current = false;
      event.stopPropagation();
      event.preventDefault();
    }
  };

  const onContextMenu = (event: { preventDefault(): void }) => {
    if (active.current != null) {
      event.preventDefault();
    }
  };

  return { drag, surface: { ref: element, onPointerDown, onClickCapture, onContextMenu } };
}

function dayAt(element: HTMLElement | null, days: number, x: number): number {
  const { left = 0, width = 1 } = element?.getBoundingClientRect() ?? {};
  return Math.min(Math.max(Math.floor(((x - left) / width) * days), 0), days - 1);
}

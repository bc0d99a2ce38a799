import { type HotkeyItem, useHotkeys } from "@mantine/hooks";
import type { View } from "./views";

type Actions = {
  today: () => void;
  turn: (by: 1 | -1) => void;
  view: (view: View) => void;
  create: () => void;
  search: () => void;
};

/** Inputs that letters mean nothing to: one may choose a view with the mouse and go on with the keys. */
const NOT_TYPED_INTO = ["button", "checkbox", "radio", "range", "reset", "submit"];
const NO_TAGS: string[] = [];

/** The keys of the calendar; not while one types, nor while something lies above it. */
export function useShortcuts(enabled: boolean, { today, turn, view, create, search }: Actions): void {
  const on = (key: string, action: () => void): HotkeyItem => [
    key,
    (event) => {
      if (enabled && !isTyping(event.target) && document.querySelector("[role=dialog]") == null) {
        event.preventDefault();
        action();
      }
    },
    { preventDefault: false },
  ];
  useHotkeys(
    [
      on("t", today),
      on("j", () => turn(1)),
      on("k", () => turn(-1)),
      on("m", () => view("month")),
      on("w", () => view("week")),
      on("l", () => view("timeline")),
      on("a", () => view("agenda")),
      on("c", create),
      on("/", search),
    ],
    NO_TAGS,
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement
    ? !NOT_TYPED_INTO.includes(target.type)
    : target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

import { useHotkeys } from "@mantine/hooks";
import type { View } from "./views";

type Actions = {
  today: () => void;
  turn: (by: 1 | -1) => void;
  view: (view: View) => void;
  create: () => void;
  search: () => void;
};

/** The keys of the calendar; not while one types, nor while something lies above it. */
export function useShortcuts(enabled: boolean, { today, turn, view, create, search }: Actions): void {
  const when = (action: () => void) => () => {
    if (enabled && document.querySelector("[role=dialog]") == null) {
      action();
    }
  };
  useHotkeys([
    ["t", when(today)],
    ["j", when(() => turn(1))],
    ["k", when(() => turn(-1))],
    ["m", when(() => view("month"))],
    ["w", when(() => view("week"))],
    ["l", when(() => view("timeline"))],
    ["a", when(() => view("agenda"))],
    ["c", when(create)],
    ["/", when(search)],
  ]);
}

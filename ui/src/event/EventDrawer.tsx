import type { EventWindow } from "../time/window";

/** What the drawer shows: an event, or a new one that begins with a window. */
export type DrawerTarget = { eventId: string } | { newEvent: EventWindow };

/** Which part of an event is open; it stands in the page's address. */
export type DrawerTab = "details" | "runs" | "history";

export type EventDrawerProps = {
  target: DrawerTarget;
  tab: DrawerTab;
  onTab: (tab: DrawerTab) => void;
  /** Another event is to be shown instead: the copy just made, the draft just created. */
  onOpen: (eventId: string) => void;
  onClose: () => void;
};

export function EventDrawer(_: EventDrawerProps) {
  return null;
}

import { Drawer } from "@mantine/core";
import "@mantine/dates/styles.css";
import type { EventWindow } from "../time/window";
import { BackGuard } from "./BackGuard";
import classes from "./EventDrawer.module.css";
import { EventView } from "./EventView";
import { ExistingEvent } from "./ExistingEvent";
import { LeaveQuestion } from "./LeaveQuestion";
import { LeavingContext } from "./leaving";
import { useLeavingState } from "./useLeavingState";
import { useReturnFocus } from "./useReturnFocus";

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

/** An event from the right: to read, to change, to publish, and what became of it. On phones it fills the screen. */
export function EventDrawer({ target, tab, onTab, onOpen, onClose }: EventDrawerProps) {
  const { leaving, dirty, dialogOpen, asking, stay } = useLeavingState();
  const eventId = "eventId" in target ? target.eventId : null;
  const inside = { tab, onTab, onOpen, onClose };
  useReturnFocus();
  return (
    <LeavingContext value={leaving}>
      <Drawer.Root
        opened
        onClose={() => leaving.leave(onClose)}
        position="right"
        size={840}
        padding={0}
        classNames={{ content: classes.content ?? "" }}
        closeOnEscape={!dialogOpen}
        closeOnClickOutside={!dirty}
      >
        <Drawer.Overlay backgroundOpacity={0.4} />
        <Drawer.Content>
          {"newEvent" in target ? (
            <EventView event={null} begin={target.newEvent} {...inside} />
          ) : (
            <ExistingEvent key={eventId} eventId={target.eventId} {...inside} />
          )}
        </Drawer.Content>
      </Drawer.Root>
      {dirty && <BackGuard eventId={eventId} />}
      {asking && (
        <LeaveQuestion
          onStay={stay}
          onLeave={() => {
            stay();
            leaving.setDirty(false);
            asking();
          }}
        />
      )}
    </LeavingContext>
  );
}

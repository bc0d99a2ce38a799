import { Drawer } from "@mantine/core";
import "@mantine/dates/styles.css";
import { useState } from "react";
import type { PromoEvent } from "../api/types";
import type { EventWindow } from "../time/window";
import { AddressGuard } from "./AddressGuard";
import { PublishDialog } from "./actions/PublishDialog";
import classes from "./EventDrawer.module.css";
import { LeaveQuestion } from "./LeaveQuestion";
import { LeavingContext } from "./leaving";
import { OneEvent } from "./OneEvent";
import { useEscOfDialogs } from "./useEscOfDialogs";
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
  const { leaving, dirty, asking, stay, isDirty, takeAlong } = useLeavingState(onOpen);
  const escIsOfDialog = useEscOfDialogs();
  // Asked here, so that the question outlives the change from a new event to the draft it has become.
  const [publishing, setPublishing] = useState<PromoEvent | null>(null);
  const eventId = "eventId" in target ? target.eventId : null;
  const [made, setMade] = useState<string | null>(null);
  const view = useView(eventId, made);
  const onMade = (draft: string) => {
    setMade(draft);
    takeAlong(() => onOpen(draft));
  };
  useReturnFocus();
  return (
    <LeavingContext value={leaving}>
      <Drawer.Root
        opened
        onClose={() => !escIsOfDialog() && leaving.leave(onClose)}
        position="right"
        size={840}
        padding={0}
        classNames={{ content: classes.content ?? "" }}
        closeOnClickOutside={!dirty}
      >
        <Drawer.Overlay backgroundOpacity={0.4} />
        <Drawer.Content>
          <OneEvent
            key={view}
            eventId={eventId}
            begin={"newEvent" in target ? target.newEvent : undefined}
            {...{ tab, onTab, onMade, onClose, onPublish: setPublishing }}
          />
        </Drawer.Content>
      </Drawer.Root>
      {publishing != null && <PublishDialog event={publishing} onClose={() => setPublishing(null)} />}
      {dirty && <AddressGuard isDirty={isDirty} />}
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

/** Which view is shown: another one for another event, but the same for the draft that was made of what is typed in it. */
function useView(eventId: string | null, made: string | null): number {
  const [shown, setShown] = useState({ eventId, view: 0 });
  if (shown.eventId !== eventId) {
    setShown({ eventId, view: eventId != null && eventId === made ? shown.view : shown.view + 1 });
  }
  return shown.view;
}

import { IconTrash } from "@tabler/icons-react";
import { Notice } from "../shell/Notice";
import { eventTexts } from "../texts/event";
import { EventTabs } from "./EventTabs";
import type { EventViewProps } from "./EventView";
import { PlainHeader } from "./PlainHeader";

type GoneEventProps = Pick<EventViewProps, "tab" | "onTab"> & { eventId: string; title?: string };

/** An event that was deleted, or never was. Of the former, the history is kept. */
export function GoneEvent({ eventId, title = eventTexts.goneTitle, tab, onTab }: GoneEventProps) {
  return (
    <EventTabs
      header={<PlainHeader title={title} />}
      tab={tab === "runs" ? "details" : tab}
      onTab={onTab}
      eventId={eventId}
      details={<Notice icon={<IconTrash size={28} />} title={eventTexts.goneTitle} text={eventTexts.gone} />}
    />
  );
}

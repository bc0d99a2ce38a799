import { IconBan, IconCalendarCheck, IconHistory, IconPencil, IconPlayerPlay } from "@tabler/icons-react";
import type { PromoEvent } from "../api/types";
import { eventTexts } from "../texts/event";
import classes from "./EventStatusMark.module.css";
import { type ShownStatus, shownStatus } from "./eventStatus";

const ICONS: Record<ShownStatus, typeof IconBan> = {
  DRAFT: IconPencil,
  PUBLISHED: IconCalendarCheck,
  LIVE: IconPlayerPlay,
  EXPIRED: IconHistory,
  CANCELLED: IconBan,
};

/** An event's status, in a word and a sign beside its colour. */
export function EventStatusMark({ event }: { event: PromoEvent }) {
  const status = shownStatus(event);
  const Icon = ICONS[status];
  return (
    <span className={classes.mark} data-status={status}>
      <Icon size={16} aria-hidden />
      {eventTexts.status[status]}
    </span>
  );
}

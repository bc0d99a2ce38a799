import { IconBan, IconCircleCheck, IconClock, IconPencil, IconPlayerPlayFilled } from "@tabler/icons-react";
import type { EventState } from "./states";

const ICONS = {
  draft: IconPencil,
  published: IconClock,
  live: IconPlayerPlayFilled,
  expired: IconCircleCheck,
  cancelled: IconBan,
};

/** A state's icon, for those who cannot tell it by its colour. */
export function StateIcon({ state, size }: { state: EventState; size: number }) {
  const Icon = ICONS[state];
  return <Icon size={size} aria-hidden style={{ flex: "none" }} />;
}

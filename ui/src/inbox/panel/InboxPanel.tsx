import type { RefObject } from "react";
import { usePhone } from "../../theme/widths";
import { usePortal } from "../scope/usePortal";
import { Dropdown } from "./Dropdown";
import { PanelContent } from "./PanelContent";
import { Sheet } from "./Sheet";

/** What the popover and the sheet are given. */
export type PanelProps = {
  id: string;
  button: RefObject<HTMLElement | null>;
  /** @param back whether the focus goes back to the button */
  onClose: (back: boolean) => void;
};

/** The newest messages: below the button, or on phones a sheet from the bottom. */
export function InboxPanel(props: PanelProps) {
  const phone = usePhone();
  const portal = usePortal();
  const Shape = phone ? Sheet : Dropdown;
  return (
    <Shape {...props} portal={portal}>
      <PanelContent titleId={`${props.id}-title`} onClose={() => props.onClose(true)} />
    </Shape>
  );
}

import { Popover } from "@mantine/core";
import { useClickOutside } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { useInbox } from "../InboxContext";
import classes from "./Dropdown.module.css";
import type { PanelProps } from "./InboxPanel";

/** The panel below its button. It is placed by an unseen element of the button's size, for it is loaded later than the button. */
export function Dropdown({
  id,
  button,
  onClose,
  portal,
  children,
}: PanelProps & { portal: HTMLElement; children: ReactNode }) {
  const { zIndex = 300 } = useInbox().settings;
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  useClickOutside(() => onClose(false), null, [panel, button.current]);
  return (
    <Popover
      opened
      trapFocus
      withRoles={false}
      position="bottom-end"
      width={420}
      offset={8}
      shadow="lg"
      radius="lg"
      zIndex={zIndex}
      transitionProps={{ duration: 0 }}
      portalProps={{ target: portal }}
      hideDetached={false}
      closeOnClickOutside={false}
      onChange={(opened) => {
        if (!opened) {
          onClose(true);
        }
      }}
    >
      <Popover.Target>
        <span className={classes.anchor} aria-hidden />
      </Popover.Target>
      <Popover.Dropdown
        ref={setPanel}
        id={id}
        role="dialog"
        aria-labelledby={`${id}-title`}
        className={classes.dropdown}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}

import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useInbox } from "../InboxContext";
import type { PanelProps } from "./InboxPanel";
import classes from "./Sheet.module.css";

/** The panel as a sheet from the bottom, in reach of a thumb. */
export function Sheet({ id, onClose, portal, children }: PanelProps & { portal: HTMLElement; children: ReactNode }) {
  const { texts, settings } = useInbox();
  const { zIndex = 300 } = settings;
  return (
    <Drawer.Root
      opened
      id={id}
      position="bottom"
      size="min(88dvh, 760px)"
      zIndex={zIndex}
      transitionProps={{ duration: 0 }}
      portalProps={{ target: portal }}
      returnFocus={false}
      onClose={() => onClose(true)}
    >
      <Drawer.Overlay />
      <Drawer.Content id={id} aria-label={texts.inbox} classNames={{ content: classes.content, inner: classes.inner }}>
        {children}
      </Drawer.Content>
    </Drawer.Root>
  );
}

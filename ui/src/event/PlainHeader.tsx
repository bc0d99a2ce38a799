import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { eventTexts } from "../texts/event";
import classes from "./EventDrawer.module.css";

/** The drawer's header: the title, what belongs to it, and the way out. */
export function PlainHeader({ title = "", children }: { title?: string; children?: ReactNode }) {
  return (
    <div className={classes.header}>
      <div className={classes.heading}>
        <Drawer.Title className={classes.title ?? ""} dir="auto">
          {title}
        </Drawer.Title>
        {children}
      </div>
      <Drawer.CloseButton size="lg" miw={44} mih={44} aria-label={eventTexts.close} />
    </div>
  );
}

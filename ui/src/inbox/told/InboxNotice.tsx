import type { ReactNode } from "react";
import classes from "./InboxNotice.module.css";

/** A place of the inbox that has only one thing to say: nothing here, not allowed, away. */
export function InboxNotice({
  icon,
  title,
  text,
  children,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div className={classes.notice}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <p className={classes.title}>{title}</p>
      <p className={classes.text}>{text}</p>
      {children}
    </div>
  );
}

import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./Say.module.css";

type SayProps = {
  /** A problem stands in the way, a hint does not; both are read out as they appear. What is for information is not. */
  kind: "problem" | "hint" | "info";
  title?: string;
  children?: ReactNode;
};

const LOOKS = {
  problem: { color: "red", Icon: IconAlertTriangle, role: "alert" },
  hint: { color: "yellow", Icon: IconAlertTriangle, role: "status" },
  info: { color: "indigo", Icon: IconInfoCircle, role: "note" },
};

/** Something that must be known here, with enough contrast for its words. */
export function Say({ kind, title, children }: SayProps) {
  const { color, Icon, role } = LOOKS[kind];
  return (
    <Alert
      color={color}
      icon={<Icon aria-hidden />}
      title={title}
      role={role}
      p="sm"
      classNames={{ title: classes.words ?? "", message: classes.words ?? "" }}
    >
      {children}
    </Alert>
  );
}

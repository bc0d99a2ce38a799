import { Button, type ButtonProps, Loader } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./actions.module.css";

type ActionButtonProps = Omit<ButtonProps, "disabled" | "loading"> & {
  /** What it does is under way. It keeps the focus, and does nothing meanwhile. */
  busy?: boolean;
  icon?: ReactNode;
  /** On phones only the icon shows; the words are still its name. */
  compact?: boolean;
  onClick: () => void;
  children: ReactNode;
};

/** A button of the drawer. It is never disabled, for a disabled button loses the focus. */
export function ActionButton({ busy = false, icon, compact = false, onClick, children, ...props }: ActionButtonProps) {
  return (
    <Button
      {...props}
      className={compact ? classes.compact : classes.button}
      aria-disabled={busy || undefined}
      leftSection={busy ? <Loader size={16} color="currentColor" aria-hidden /> : icon}
      onClick={() => !busy && onClick()}
    >
      <span className={compact ? classes.word : undefined}>{children}</span>
    </Button>
  );
}

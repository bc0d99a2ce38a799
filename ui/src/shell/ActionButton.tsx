import { Button, type ButtonProps, Loader } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./ActionButton.module.css";

type ActionButtonProps = Omit<ButtonProps, "color" | "disabled" | "leftSection" | "loading"> & {
  /** What it does is under way. */
  busy?: boolean;
  /** It cannot be used now. */
  off?: boolean;
  /** What it does destroys something. */
  danger?: boolean;
  icon?: ReactNode;
  /** On phones only the icon shows; the words are still its name. */
  compact?: boolean;
  onClick: () => void;
  children: ReactNode;
};

/** A button that does something. It is never disabled, for a disabled button loses the focus: busy or off it does nothing. */
export function ActionButton({ busy, off, danger, icon, compact, onClick, children, ...props }: ActionButtonProps) {
  const still = busy || off || undefined;
  return (
    <Button
      {...props}
      // The red whose contrast to white letters suffices.
      color={danger ? "red.9" : undefined}
      className={compact ? classes.compact : classes.button}
      data-disabled={off || undefined}
      aria-disabled={still}
      aria-busy={busy || undefined}
      leftSection={busy ? <Loader size={16} color="currentColor" aria-hidden /> : icon}
      onClick={() => still || onClick()}
    >
      <span className={compact ? classes.word : undefined}>{children}</span>
    </Button>
  );
}

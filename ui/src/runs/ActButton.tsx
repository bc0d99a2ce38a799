import { Button, type ButtonProps, Loader } from "@mantine/core";
import type { ReactNode } from "react";

type ActButtonProps = ButtonProps & {
  children: ReactNode;
  /** What it does is under way. */
  busy?: boolean;
  /** It cannot be used now. */
  off?: boolean;
  onAct: () => void;
};

/** A button that keeps the keyboard's focus while it works and when it cannot be used: a disabled one would lose it. */
export function ActButton({ busy, off, onAct, leftSection, children, ...others }: ActButtonProps) {
  const still = busy || off || undefined;
  return (
    <Button
      {...others}
      leftSection={busy ? <Loader size={14} color="currentColor" aria-hidden /> : leftSection}
      data-disabled={still}
      aria-disabled={still}
      aria-busy={busy || undefined}
      onClick={() => still || onAct()}
    >
      {children}
    </Button>
  );
}

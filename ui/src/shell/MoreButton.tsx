import { Button, type ButtonProps } from "@mantine/core";
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";

type MoreButtonProps = ButtonProps & {
  /** What directly contains the rows. */
  list: RefObject<HTMLElement | null>;
  /** There are rows that are not shown; without, there is no button. */
  more: boolean;
  busy?: boolean;
  onMore: () => void;
  children: ReactNode;
};

/** Shows more rows of a list. When nothing more is left it goes, and the keyboard's focus moves on to the first new row. */
export function MoreButton({ list, more, busy, onMore, children, ...others }: MoreButtonProps) {
  const before = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (more || before.current == null) {
      return;
    }
    const rows = list.current?.children;
    const first = rows?.item(before.current) ?? rows?.item(rows.length - 1);
    before.current = null;
    // Whoever has gone elsewhere meanwhile stays there.
    if (first instanceof HTMLElement && document.activeElement === document.body) {
      first.tabIndex = -1;
      first.focus();
    }
  });
  if (!more) {
    return null;
  }
  return (
    <Button
      {...others}
      data-disabled={busy || undefined}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={() => {
        if (!busy) {
          before.current = list.current?.children.length ?? null;
          onMore();
        }
      }}
    >
      {children}
    </Button>
  );
}

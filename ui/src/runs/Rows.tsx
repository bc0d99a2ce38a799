import type { CSSProperties, ReactNode, Ref } from "react";
import classes from "./Rows.module.css";

/**
 * A list of rows under shared heads; where it is narrow, each row is a card whose cells say themselves what they are.
 *
 * @param columns widths, as `grid-template-columns`; the rows' own grids use them, too
 */
export function Rows(props: {
  label: string;
  heads: readonly string[];
  columns: string;
  children: ReactNode;
  ref?: Ref<HTMLUListElement>;
}) {
  return (
    <div className={classes.frame} style={{ "--columns": props.columns } as CSSProperties}>
      <div className={classes.heads} aria-hidden>
        {props.heads.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <ul ref={props.ref} className={classes.rows} aria-label={props.label}>
        {props.children}
      </ul>
    </div>
  );
}

/** A row: its cells, and below them whatever takes the whole width. */
export function Row({ children, below }: { children: ReactNode; below?: ReactNode }) {
  return (
    <li className={classes.row}>
      <div className={classes.cells}>{children}</div>
      {below}
    </li>
  );
}

type CellProps = {
  label: string;
  children: ReactNode;
  /** As wide as a card, and without its label there. */
  wide?: boolean;
  /** Has nothing to say: left out of cards. */
  empty?: boolean;
};

/** A row's value under one of the heads. */
export function Cell({ label, children, wide, empty }: CellProps) {
  return (
    <div className={classes.cell} data-wide={wide || undefined} data-empty={empty || undefined}>
      <span className={classes.label}>{label}</span>
      {children}
    </div>
  );
}

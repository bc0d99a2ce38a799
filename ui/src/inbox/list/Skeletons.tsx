import { Skeleton, VisuallyHidden } from "@mantine/core";
import { useInbox } from "../InboxContext";
import classes from "./Skeletons.module.css";

const ROWS = ["a", "b", "c", "d", "e"];

/** Messages still to come, of the size they will have. */
export function Skeletons() {
  const { texts } = useInbox();
  return (
    <div role="status">
      <VisuallyHidden>{texts.loading}</VisuallyHidden>
      {ROWS.map((row) => (
        <div key={row} className={classes.row} aria-hidden>
          <Skeleton height={14} width="55%" />
          <Skeleton height={10} mt={14} width="90%" />
          <Skeleton height={10} mt={10} width="70%" />
        </div>
      ))}
    </div>
  );
}

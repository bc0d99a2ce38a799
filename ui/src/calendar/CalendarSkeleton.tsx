import { Skeleton, VisuallyHidden } from "@mantine/core";
import { shellTexts } from "../texts/shell";
import classes from "./CalendarPage.module.css";

/** As large as the calendar that comes. */
export function CalendarSkeleton() {
  return (
    <div className={classes.skeleton} role="status">
      <Skeleton height="100%" aria-hidden />
      <VisuallyHidden>{shellTexts.loading}</VisuallyHidden>
    </div>
  );
}

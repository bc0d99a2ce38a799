import { Group, Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { eventTexts } from "../texts/event";
import classes from "./EventDrawer.module.css";
import { PlainHeader } from "./PlainHeader";

/** The drawer before its event is there, in the size of what comes. */
export function DrawerSkeleton() {
  return (
    <>
      <PlainHeader title={eventTexts.loadingEvent}>
        <Skeleton width={110} height={28} radius="xl" />
      </PlainHeader>
      <Group className={classes.tabs ?? ""} gap="xl" h={45} aria-hidden>
        <Skeleton width={60} height={16} />
        <Skeleton width={44} height={16} />
        <Skeleton width={60} height={16} />
      </Group>
      <Stack className={classes.panel ?? ""} aria-busy>
        <VisuallyHidden role="status">{eventTexts.loadingEvent}</VisuallyHidden>
        <Skeleton height={58} />
        <Skeleton height={84} />
        <Skeleton height={320} />
        <Skeleton height={140} />
      </Stack>
    </>
  );
}

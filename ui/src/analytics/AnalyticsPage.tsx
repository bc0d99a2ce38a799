import { Button, Stack, Text, Title } from "@mantine/core";
import "@mantine/charts/styles.css";
import { IconArrowLeft } from "@tabler/icons-react";
import type { EventDay } from "../api/types";
import { PageTitle } from "../shell/PageTitle";
import { analyticsTexts } from "../texts/analytics";
import classes from "./AnalyticsPage.module.css";
import { useAddress } from "./address";
import { EventChoice } from "./EventChoice";
import { EventDetail } from "./EventDetail";
import { LoadedDays } from "./LoadedDays";
import { Overview } from "./Overview";
import { PeriodPicker } from "./PeriodPicker";
import { useEventDays, usePeriodDays } from "./useEventDays";

const NONE: EventDay[] = [];

/** How often and how soon messages are read: of all events between two dates, or of one event. */
export function AnalyticsPage() {
  const { period, today, eventId, show, choose } = useAddress();
  const ofPeriod = usePeriodDays(period);
  const ofEvent = useEventDays(eventId);
  return (
    <Stack className={classes.page}>
      <PageTitle of={analyticsTexts.title} />
      <div>
        <Title order={1} size="h2">
          {analyticsTexts.title}
        </Title>
        <Text size="sm" c="dimmed">
          {analyticsTexts.asOf}
        </Text>
      </div>
      <div className={classes.controls}>
        {eventId == null ? (
          <PeriodPicker period={period} today={today} onPeriod={show} />
        ) : (
          <Button
            variant="default"
            className={classes.back}
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={() => choose(null)}
          >
            {analyticsTexts.allEvents}
          </Button>
        )}
        <EventChoice
          ofPeriod={ofPeriod.data?.items ?? NONE}
          ofEvent={ofEvent.data?.items ?? NONE}
          eventId={eventId}
          onEvent={choose}
        />
      </div>
      {eventId == null ? (
        <LoadedDays query={ofPeriod}>{(days) => <Overview days={days} period={period} />}</LoadedDays>
      ) : (
        <LoadedDays query={ofEvent}>{(days) => <EventDetail eventId={eventId} days={days} />}</LoadedDays>
      )}
    </Stack>
  );
}

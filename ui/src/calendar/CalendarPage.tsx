import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/ApiContext";
import { LoadFailed } from "../shell/LoadFailed";
import { Waiting } from "../shell/Waiting";
import { shellTexts } from "../texts/shell";

/** All events. */
export function CalendarPage() {
  const { calendar } = useApi();
  const events = useQuery({
    queryKey: ["events"],
    queryFn: async ({ signal }) =>
      (await calendar.GET("/events", { signal, params: { query: { limit: 100 } as never } })).data,
  });
  if (events.isError) {
    return <LoadFailed error={events.error} onRetry={() => void events.refetch()} />;
  }
  if (!events.data) {
    return <Waiting label={shellTexts.loading} />;
  }
  return (
    <Stack>
      <Title order={1}>{shellTexts.calendar}</Title>
      {events.data.items.map((event) => (
        <Text key={event.eventId}>{event.title}</Text>
      ))}
    </Stack>
  );
}

import { Skeleton, Stack, Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useMemo, useRef, useState } from "react";
import { useServices } from "../../api/ApiContext";
import { LoadFailed } from "../../shell/LoadFailed";
import { MoreButton } from "../../shell/MoreButton";
import { Notice } from "../../shell/Notice";
import { eventHistoryTexts as texts } from "../../texts/eventHistory";
import { localZone } from "../../time/zone";
import { HistoryItem } from "./HistoryItem";
import classes from "./history.module.css";
import { timeline } from "./timeline";

const EVERY_MS = 10_000;
const PAGE = 50;

type HistoryTabProps = {
  eventId: string;
  /** The zone to tell the event's times in; the reader's own when it is not known. */
  zone?: string;
};

/** Who did what with the event and its runs, and when. */
export function HistoryTab({ eventId, zone = localZone() }: HistoryTabProps) {
  const { calendar, dispatch } = useServices();
  const [shown, setShown] = useState(PAGE);
  const line = useRef<HTMLOListElement>(null);
  const entries = calendar.useInfiniteQuery(
    "get",
    "/events/{eventId}/history",
    { params: { path: { eventId }, query: { limit: PAGE } } },
    { initialPageParam: null, getNextPageParam: (last) => last.nextCursor, refetchInterval: EVERY_MS },
  );
  const actions = dispatch.useQuery(
    "get",
    "/runs/actions",
    { params: { query: { eventId } } },
    { refetchInterval: EVERY_MS },
  );
  const moments = useMemo(
    () =>
      timeline(
        entries.data?.pages.flatMap(({ items }) => items) ?? [],
        actions.data?.items ?? [],
        !entries.hasNextPage,
      ),
    [entries.data, entries.hasNextPage, actions.data],
  );

  if (entries.isError && entries.data == null) {
    return <LoadFailed error={entries.error} onRetry={() => void entries.refetch()} />;
  }
  if (entries.isPending || actions.isPending) {
    return (
      <Stack aria-busy>
        {["first", "second", "third", "fourth"].map((row) => (
          <Skeleton key={row} height={64} />
        ))}
      </Stack>
    );
  }
  if (moments.length === 0) {
    return <Notice icon={<IconHistory size={28} />} title={texts.empty} text={texts.emptyHint} />;
  }
  const older = moments.length > shown || entries.hasNextPage;
  const more = () => {
    setShown(shown + PAGE);
    if (entries.hasNextPage && moments.length < shown + PAGE) {
      void entries.fetchNextPage();
    }
  };
  return (
    <Stack>
      {actions.data == null && <Text c="dimmed">{texts.runsMissing}</Text>}
      <ol ref={line} className={classes.line} aria-label={texts.newestFirst}>
        {moments.slice(0, shown).map((moment) => (
          <HistoryItem key={moment.key} moment={moment} zone={zone} />
        ))}
      </ol>
      <MoreButton variant="default" list={line} more={older} onMore={more}>
        {texts.more}
      </MoreButton>
      {!older && actions.data?.truncated && <Text c="dimmed">{texts.truncated}</Text>}
    </Stack>
  );
}

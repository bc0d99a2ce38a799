import { Button, Group, SegmentedControl, Skeleton, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { useServices } from "../api/ApiContext";
import { useRights } from "../auth/RightsContext";
import { LoadFailed } from "../shell/LoadFailed";
import { MoreButton } from "../shell/MoreButton";
import { operationTexts } from "../texts/operations";
import { runTexts } from "../texts/runs";
import classes from "./Card.module.css";
import { DeadLetterItem } from "./DeadLetterItem";
import { ReplayDialog, type ReplayWhich } from "./ReplayDialog";
import { Section } from "./Section";

const PAGE = 10;
const EVERY_MS = 15_000;

type Shown = "waiting" | "replayed" | "all";
const REPLAYED: Record<Shown, boolean | undefined> = { waiting: false, replayed: true, all: undefined };

/** Records that could never be processed, with their cause, and their replay. */
export function DeadLetters() {
  const { dispatch } = useServices();
  const rights = useRights();
  const [shown, setShown] = useState<Shown>("waiting");
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [which, setWhich] = useState<ReplayWhich | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const pages = dispatch.useInfiniteQuery(
    "get",
    "/dead-letters",
    { params: { query: { replayed: REPLAYED[shown], limit: PAGE } } },
    { initialPageParam: null, getNextPageParam: (last) => last.nextCursor, refetchInterval: EVERY_MS },
  );
  const error: unknown = pages.error;
  const letters = pages.data?.pages.flatMap((page) => page.items);
  const chosen = (letters ?? []).filter(({ id, replayedAt }) => replayedAt == null && selected.has(id));
  const waiting = letters?.some((letter) => letter.replayedAt == null);
  const select = (id: number, on: boolean) =>
    setSelected((known) => new Set(on ? [...known, id] : [...known].filter((other) => other !== id)));
  return (
    <Section title={operationTexts.deadLetters}>
      <div className={classes.card}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={operationTexts.deadLetters}
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={[
            { value: "waiting", label: operationTexts.waiting },
            { value: "replayed", label: operationTexts.wereReplayed },
            { value: "all", label: runTexts.all },
          ]}
        />
        {letters == null &&
          (error ? <LoadFailed error={error} onRetry={() => void pages.refetch()} /> : <Skeleton height={60} />)}
        {letters?.length === 0 && (
          <Text size="sm" c="dimmed">
            {operationTexts.noDeadLetters}
          </Text>
        )}
        {letters != null && letters.length > 0 && (
          <ul ref={list} className={classes.plain} aria-label={operationTexts.deadLetters}>
            {letters.map((letter) => (
              <DeadLetterItem
                key={letter.id}
                letter={letter}
                selected={selected.has(letter.id)}
                onSelect={rights.operate ? (on) => select(letter.id, on) : undefined}
              />
            ))}
          </ul>
        )}
        <MoreButton
          variant="subtle"
          list={list}
          more={pages.hasNextPage}
          busy={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        >
          {runTexts.loadMore}
        </MoreButton>
        {rights.operate && waiting && (
          <Group gap="xs">
            {chosen.length > 0 && (
              <Button size="sm" onClick={() => setWhich({ ids: chosen.map(({ id }) => id) })}>
                {operationTexts.replaySelected(chosen.length)}
              </Button>
            )}
            <Button size="sm" variant="default" onClick={() => setWhich({})}>
              {operationTexts.replayAll}
            </Button>
          </Group>
        )}
      </div>
      <ReplayDialog
        which={which}
        onClose={(done) => {
          setWhich(null);
          if (done) {
            setSelected(new Set());
          }
        }}
      />
    </Section>
  );
}

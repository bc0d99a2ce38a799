import { Group, List, Stack, Text } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import type { DatesOfEdit } from "../../api/types";
import { ActionButton } from "../../shell/ActionButton";
import { Dialog } from "../../shell/Dialog";
import { Say } from "../../shell/Say";
import { eventTexts } from "../../texts/event";
import { formatDate } from "../../texts/format";
import { dueText } from "../preview/DueDates";

const MOST = 5;

type ConfirmDatesDialogProps = {
  dates: DatesOfEdit;
  /** The zone that instants are told in. */
  zone: string;
  onAnswer: (yes: boolean) => void;
};

/** Asks before an edit changes when customers get messages, and says which dates it adds, moves and takes away. */
export function ConfirmDatesDialog({ dates, zone, onAnswer }: ConfirmDatesDialogProps) {
  const texts = eventTexts.datesOfEdit;
  const twice = dates.twiceWithin24Hours.map(({ first, second }) =>
    texts.both(dueText(first.at, zone), dueText(second.at, zone)),
  );
  const lines = (
    [
      [texts.added, dates.added],
      [texts.moved, dates.moved],
    ] as const
  ).flatMap(([name, planned]) =>
    shortened(planned.map(({ date, dueAt, sent }) => name(formatDate(date), texts.sent[sent](dueText(dueAt, zone))))),
  );
  return (
    <Dialog title={texts.title} onClose={() => onAnswer(false)}>
      <Stack>
        {twice.length > 0 && (
          <Say kind="hint" title={texts.twice}>
            {shortened(twice).map((line) => (
              <div key={line}>{line}</div>
            ))}
          </Say>
        )}
        <List spacing="xs">
          {[...lines, ...shortened(dates.removed.map(({ date }) => texts.removed(formatDate(date))))].map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {texts.inZone(zone)}
        </Text>
        <Group justify="flex-end">
          <ActionButton variant="default" data-autofocus onClick={() => onAnswer(false)}>
            {eventTexts.back}
          </ActionButton>
          <ActionButton icon={<IconSend size={18} aria-hidden />} onClick={() => onAnswer(true)}>
            {texts.save}
          </ActionButton>
        </Group>
      </Stack>
    </Dialog>
  );
}

function shortened(lines: readonly string[]): string[] {
  return lines.length <= MOST ? [...lines] : [...lines.slice(0, MOST), eventTexts.andMore(lines.length - MOST)];
}

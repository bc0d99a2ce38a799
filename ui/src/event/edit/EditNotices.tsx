import { Button, Group, Text } from "@mantine/core";
import { eventTexts } from "../../texts/event";
import { mayBeEdited, stateName, statusAt } from "../eventStatus";
import { Say } from "../Say";
import type { Editing } from "./useEditing";
import type { Saving } from "./useSaving";

type EditNoticesProps = { editing: Editing; saving: Saving; gone: boolean; onOpen: (eventId: string) => void };

/** What whoever edits must know before they save: that it is published, that somebody was faster, that it is too late. */
export function EditNotices({ editing, saving, gone, onOpen }: EditNoticesProps) {
  const { base, newer, changed } = editing;
  const latest = newer ?? base;
  const lost = latest != null && changed && (gone || saving.refused.lost || !mayBeEdited(latest));
  if (lost) {
    const late = mayBeEdited(latest) ? saving.refused.messages.join(" ") : eventTexts.newerStatus(stateName(latest));
    const reason = gone ? eventTexts.goneTitle : late;
    const saveAsDraft = async () => {
      const draft = await saving.saveAsDraft();
      if (draft != null) {
        onOpen(draft.eventId);
      }
    };
    return (
      <Say kind="problem" title={eventTexts.lostTitle}>
        <Text size="sm" mb="xs">
          {reason}
        </Text>
        <Button variant="default" size="xs" onClick={() => void saveAsDraft()}>
          {eventTexts.saveAsDraft}
        </Button>
      </Say>
    );
  }
  if (newer != null) {
    return (
      <Say kind="hint" title={eventTexts.newerTitle(newer.updatedBy, newer.version)}>
        <Group justify="space-between">
          <Text size="sm">{eventTexts.newerHint}</Text>
          <Button variant="default" size="xs" onClick={() => saving.compare(newer)}>
            {eventTexts.compare}
          </Button>
        </Group>
      </Say>
    );
  }
  if (base != null && statusAt(base) === "PUBLISHED") {
    return (
      <Say kind="info" title={eventTexts.publishedTitle}>
        <Text size="sm">{eventTexts.publishedHint(base.version + 1)}</Text>
      </Say>
    );
  }
  return null;
}

import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle, IconUsers } from "@tabler/icons-react";
import { eventTexts } from "../../texts/event";
import { mayBeEdited, shownStatus, statusAt } from "../eventStatus";
import type { Editing } from "./useEditing";
import type { Saving } from "./useSaving";

type EditNoticesProps = { editing: Editing; saving: Saving; gone: boolean; onOpen: (eventId: string) => void };

/** What whoever edits must know before they save: that it is published, that somebody was faster, that it is too late. */
export function EditNotices({ editing, saving, gone, onOpen }: EditNoticesProps) {
  const { base, newer, changed } = editing;
  const latest = newer ?? base;
  const lost = latest != null && changed && (gone || saving.refused.lost || !mayBeEdited(latest));
  if (lost) {
    const late = mayBeEdited(latest) ? saving.refused.messages.join(" ") : eventTexts.newerStatus(shownStatus(latest));
    const reason = gone ? eventTexts.goneTitle : late;
    const saveAsDraft = async () => {
      const draft = await saving.saveAsDraft();
      if (draft != null) {
        onOpen(draft.eventId);
      }
    };
    return (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={eventTexts.lostTitle} role="alert">
        <Text size="sm" mb="xs">
          {reason}
        </Text>
        <Button variant="default" size="xs" onClick={() => void saveAsDraft()}>
          {eventTexts.saveAsDraft}
        </Button>
      </Alert>
    );
  }
  if (newer != null) {
    return (
      <Alert
        color="yellow"
        icon={<IconUsers aria-hidden />}
        title={eventTexts.newerTitle(newer.updatedBy, newer.version)}
        role="status"
      >
        <Group justify="space-between">
          <Text size="sm">{eventTexts.newerHint}</Text>
          <Button variant="default" size="xs" onClick={() => saving.compare(newer)}>
            {eventTexts.compare}
          </Button>
        </Group>
      </Alert>
    );
  }
  if (base != null && statusAt(base) === "PUBLISHED") {
    return (
      <Alert color="indigo" icon={<IconInfoCircle aria-hidden />} title={eventTexts.publishedTitle}>
        <Text size="sm">{eventTexts.publishedHint(base.version + 1)}</Text>
      </Alert>
    );
  }
  return null;
}

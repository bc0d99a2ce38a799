import { Group, Text } from "@mantine/core";
import { eventTexts } from "../../texts/event";
import type { Editing } from "../edit/useEditing";
import type { Saving } from "../edit/useSaving";
import { mayBeEdited, stateName } from "../eventStatus";
import { Say } from "../Say";
import { SmallButton } from "../SmallButton";

type MeanwhileNoticeProps = { editing: Editing; saving: Saving; gone: boolean; onMade: (eventId: string) => void };

/** Why the last try did not work, where no field says it; before that, that somebody was faster, or that it is too late. */
export function MeanwhileNotice({ editing, saving, gone, onMade }: MeanwhileNoticeProps) {
  const { base, newer, changed } = editing;
  const problems = saving.refused.messages;
  const latest = newer ?? base;
  const lost = latest != null && changed && (gone || saving.refused.lost || !mayBeEdited(latest));
  if (lost) {
    const late = mayBeEdited(latest) ? problems.join(" ") : eventTexts.newerStatus(stateName(latest));
    const reason = gone ? eventTexts.goneTitle : late;
    const saveAsDraft = async () => {
      const draft = await saving.saveAsDraft();
      if (draft != null) {
        onMade(draft.eventId);
      }
    };
    return (
      <Say kind="problem" title={eventTexts.lostTitle}>
        <Text size="sm" mb="xs">
          {reason}
        </Text>
        <SmallButton variant="default" onClick={() => void saveAsDraft()}>
          {eventTexts.saveAsDraft}
        </SmallButton>
      </Say>
    );
  }
  if (newer != null) {
    return (
      <Say kind="hint" title={eventTexts.newerTitle(newer.updatedBy, newer.version)}>
        <Group justify="space-between">
          <Text size="sm">{eventTexts.newerHint}</Text>
          <SmallButton variant="default" onClick={() => saving.compare(newer)}>
            {eventTexts.compare}
          </SmallButton>
        </Group>
      </Say>
    );
  }
  return problems.length === 0 ? null : (
    <Say kind="problem">
      {problems.map((problem) => (
        <div key={problem}>{problem}</div>
      ))}
    </Say>
  );
}

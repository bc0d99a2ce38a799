import { Group, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import type { PromoEvent } from "../../api/types";
import { ActionButton } from "../../shell/ActionButton";
import { Dialog } from "../../shell/Dialog";
import { Say } from "../../shell/Say";
import { eventTexts } from "../../texts/event";
import { type EventValues, valuesOf } from "../edit/eventValues";
import type { Editing } from "../edit/useEditing";
import { mayBeEdited, stateName } from "../eventStatus";
import { DifferenceRow } from "./DifferenceRow";
import { differences, merged, type Side } from "./differences";

type CompareDialogProps = {
  editing: Editing;
  /** What somebody else saved meanwhile. */
  newer: PromoEvent;
  /** The values chosen are saved on the newer version. */
  onSave: (values: EventValues) => void;
  onClose: () => void;
};

/** Somebody else was faster: what they saved beside what was typed, wherever the two differ. Closing it loses nothing. */
export function CompareDialog({ editing, newer, onSave, onClose }: CompareDialogProps) {
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const { form, baseValues, base } = editing;
  const theirs = useMemo(() => valuesOf(newer), [newer]);
  const mine = form.values;
  const found = differences(mine, theirs, baseValues);
  const sorted = [...found.filter((it) => it.conflict), ...found.filter((it) => !it.conflict)];
  const moved = base != null && stateName(base) !== stateName(newer);
  return (
    <Dialog title={eventTexts.compareTitle} onClose={onClose} size="xl">
      <Stack>
        <Text>{eventTexts.compareHint(newer.updatedBy, newer.version)}</Text>
        {moved && <Say kind="hint">{eventTexts.newerStatus(stateName(newer))}</Say>}
        {found.length === 0 && <Text c="dimmed">{eventTexts.compareSame}</Text>}
        {sorted.map((difference) => (
          <DifferenceRow
            key={difference.key}
            difference={difference}
            by={newer.updatedBy}
            side={chosen[difference.key] ?? difference.suggested}
            onSide={(side) => setChosen({ ...chosen, [difference.key]: side })}
          />
        ))}
        <Group justify="flex-end">
          <ActionButton variant="default" onClick={onClose}>
            {eventTexts.back}
          </ActionButton>
          {mayBeEdited(newer) && (
            <ActionButton onClick={() => onSave(merged(mine, theirs, found, chosen))}>
              {eventTexts.saveMerged(newer.version)}
            </ActionButton>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

import { Fieldset, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import type { FieldProblem } from "../api/problem";
import type { PromoEvent } from "../api/types";
import { runTexts } from "../texts/runs";
import { AfterEnd } from "./AfterEnd";
import classes from "./BackfillForm.module.css";
import { type BackfillRange, boundsOf } from "./backfillRange";

type BackfillMode = keyof typeof runTexts.modes;

/** What is asked of a backfill. */
export type Asked = BackfillRange & { mode: BackfillMode; afterEnd: boolean };

const MODES = Object.keys(runTexts.modes) as BackfillMode[];

type BackfillFormProps = {
  event: PromoEvent;
  over: boolean;
  asked: Asked;
  /** It is being counted: what is asked for stays as it is. */
  locked: boolean;
  fields: readonly FieldProblem[];
  onChange: (asked: Asked) => void;
};

/** Which days to backfill: a range, and which of its days. */
export function BackfillForm({ event, over, asked, locked, fields, onChange }: BackfillFormProps) {
  const bounds = boundsOf(event);
  const problemOf = (name: string) => fields.find(({ field }) => field === name)?.message;
  return (
    <Fieldset variant="unstyled" disabled={locked} className={classes.form}>
      <Group grow align="flex-start">
        {(["from", "to"] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={runTexts[name]}
            min={bounds.from}
            max={bounds.to}
            value={asked[name]}
            error={problemOf(name)}
            onChange={(change) => onChange({ ...asked, [name]: change.currentTarget.value })}
          />
        ))}
      </Group>
      <Radio.Group
        label={runTexts.mode}
        value={asked.mode}
        onChange={(mode) => onChange({ ...asked, mode: mode as BackfillMode })}
      >
        <Stack gap="xs" mt={6}>
          {MODES.map((mode) => (
            <Radio key={mode} value={mode} label={runTexts.modes[mode].label} description={runTexts.modes[mode].hint} />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed">
        {runTexts.untouched}
      </Text>
      {over && <AfterEnd checked={asked.afterEnd} onChange={(afterEnd) => onChange({ ...asked, afterEnd })} />}
    </Fieldset>
  );
}

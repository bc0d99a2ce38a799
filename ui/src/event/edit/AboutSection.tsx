import { Textarea, TextInput } from "@mantine/core";
import { eventTexts } from "../../texts/event";
import { useEventForm } from "./eventForm";
import { Section } from "./Section";

const { fieldNames, sections } = eventTexts;

/** What the event is called, and what the team should know of it. */
export function AboutSection({ isNew }: { isNew: boolean }) {
  const form = useEventForm();
  return (
    <Section title={sections.about}>
      <TextInput
        label={fieldNames.title}
        withAsterisk
        required={false}
        aria-required
        data-autofocus={isNew || undefined}
        {...form.getInputProps("title")}
      />
      <Textarea
        label={fieldNames.description}
        description={eventTexts.descriptionHint}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps("description")}
      />
    </Section>
  );
}

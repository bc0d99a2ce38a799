import { Stack } from "@mantine/core";
import { useState } from "react";
import { Say } from "../../shell/Say";
import { eventTexts } from "../../texts/event";
import { statusAt } from "../eventStatus";
import { FIRST_SAMPLE, usePreview } from "../preview/usePreview";
import { AboutSection } from "./AboutSection";
import { AudienceSection } from "./AudienceSection";
import { LimitsSection } from "./LimitsSection";
import { PackageSection } from "./PackageSection";
import type { Editing } from "./useEditing";
import { WhenSection } from "./WhenSection";

type EventFormProps = {
  editing: Editing;
  /** The language whose texts are shown and previewed. */
  locale: string;
  onLocale: (locale: string) => void;
};

/** Everything an event says, to be changed. */
export function EventForm({ editing, locale, onLocale }: EventFormProps) {
  const { base } = editing;
  const [sample, setSample] = useState(FIRST_SAMPLE);
  const preview = usePreview(editing.form.values, locale, sample);
  return (
    <Stack gap="xl">
      {base != null && statusAt(base) === "PUBLISHED" && (
        <Say kind="info" title={eventTexts.publishedTitle}>
          {eventTexts.publishedHint(base.version + 1)}
        </Say>
      )}
      <AboutSection isNew={base == null} />
      <WhenSection eventId={base?.eventId ?? null} preview={preview} />
      <PackageSection locale={locale} onLocale={onLocale} preview={preview} sample={sample} onSample={setSample} />
      <AudienceSection />
      <LimitsSection />
    </Stack>
  );
}

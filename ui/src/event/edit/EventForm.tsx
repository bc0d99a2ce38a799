import { Stack } from "@mantine/core";
import { useState } from "react";
import { FIRST_SAMPLE, usePreview } from "../preview/usePreview";
import { AboutSection } from "./AboutSection";
import { AudienceSection } from "./AudienceSection";
import { EditNotices } from "./EditNotices";
import { LimitsSection } from "./LimitsSection";
import { PackageSection } from "./PackageSection";
import type { Editing } from "./useEditing";
import type { Saving } from "./useSaving";
import { WhenSection } from "./WhenSection";

type EventFormProps = {
  editing: Editing;
  saving: Saving;
  gone: boolean;
  /** The language whose texts are shown and previewed. */
  locale: string;
  onLocale: (locale: string) => void;
  onOpen: (eventId: string) => void;
};

/** Everything an event says, to be changed. */
export function EventForm({ editing, saving, gone, locale, onLocale, onOpen }: EventFormProps) {
  const [sample, setSample] = useState(FIRST_SAMPLE);
  const preview = usePreview(editing.form.values, locale, sample);
  return (
    <Stack gap="xl">
      <EditNotices editing={editing} saving={saving} gone={gone} onOpen={onOpen} />
      <AboutSection isNew={editing.base == null} />
      <WhenSection preview={preview} />
      <PackageSection locale={locale} onLocale={onLocale} preview={preview} sample={sample} onSample={setSample} />
      <AudienceSection />
      <LimitsSection />
    </Stack>
  );
}

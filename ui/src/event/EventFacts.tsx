import { Stack, Text } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import type { PromoEvent } from "../api/types";
import { Say } from "../shell/Say";
import { eventTexts } from "../texts/event";
import { formatNumber } from "../texts/format";
import { Overlaps } from "./actions/Overlaps";
import { useOverlaps } from "./actions/useOverlaps";
import classes from "./EventFacts.module.css";
import { AudienceReach } from "./edit/AudienceReach";
import { valuesOf } from "./edit/eventValues";
import { countryName, languageName } from "./edit/languageTag";
import { Section } from "./edit/Section";
import { mayBeEdited, stateName } from "./eventStatus";
import { lastDayHint } from "./lastDayHint";
import { DueDates, dueText } from "./preview/DueDates";
import { MessagePreview } from "./preview/MessagePreview";
import { FIRST_SAMPLE, usePreview } from "./preview/usePreview";

const { fieldNames, sections } = eventTexts;

/** What an event says, for those who may not change it, or when nobody can any more. */
export function EventFacts({ event }: { event: PromoEvent }) {
  const values = useMemo(() => valuesOf(event), [event]);
  const { content, defaultLocale, link } = values.promotionPackage;
  const [locale, setLocale] = useState(defaultLocale);
  const [sample, setSample] = useState(FIRST_SAMPLE);
  const shown = content[locale] == null ? defaultLocale : locale;
  const { overlaps } = useOverlaps(mayBeEdited(event) ? event : null);
  const preview = usePreview(values, shown, sample);
  const { audience, timeZone } = event;
  const everyone = [audience.segments, audience.countries, audience.locales].every((it) => it.length === 0);
  const atStart = eventTexts.asStart(values.startTime);
  return (
    <Stack gap="xl">
      <Say kind="info">{mayBeEdited(event) ? eventTexts.readOnly : eventTexts.finished(stateName(event))}</Say>
      <Section title={sections.about}>
        <Text className={classes.text} dir="auto">
          {event.description || eventTexts.none}
        </Text>
      </Section>
      <Section title={sections.when}>
        <dl className={classes.facts}>
          <Fact name={fieldNames.startDate}>{`${dueText(event.startDatetime, timeZone)} ${timeZone}`}</Fact>
          <Fact name={fieldNames.endDate}>
            {`${dueText(event.endDatetime, timeZone)} ${timeZone}`}
            {lastDayHint(event.endDatetime, timeZone).map((hint) => (
              <Text key={hint} size="xs" c="dimmed">
                {hint}
              </Text>
            ))}
          </Fact>
          <Fact name={fieldNames.dispatchTime}>{values.dispatchTime || atStart}</Fact>
        </dl>
        <DueDates preview={preview} zone={timeZone} time={values.dispatchTime || values.startTime} />
        <Overlaps overlaps={overlaps} />
      </Section>
      <Section title={sections.package}>
        <dl className={classes.facts}>
          <Fact name={fieldNames.kind}>{eventTexts.kindMessage}</Fact>
          <Fact name={fieldNames.locales}>{Object.keys(content).map(languageName).join(", ")}</Fact>
          <Fact name={fieldNames.defaultLocale}>{languageName(defaultLocale)}</Fact>
          <Fact name={fieldNames.link}>{link || eventTexts.none}</Fact>
        </dl>
        <MessagePreview
          preview={preview}
          texts={content[shown]}
          locales={Object.keys(content)}
          locale={shown}
          onLocale={setLocale}
          sample={sample}
          onSample={setSample}
        />
      </Section>
      <Section title={sections.audience}>
        <dl className={classes.facts}>
          {everyone && <Fact name={sections.audience}>{eventTexts.everyone}</Fact>}
          <Some name={fieldNames.segments} values={audience.segments} />
          <Some name={fieldNames.countries} values={audience.countries.map((it) => countryName(it) ?? it)} />
          <Some name={fieldNames.locales} values={audience.locales.map(languageName)} />
        </dl>
        <AudienceReach audience={audience} right />
      </Section>
      <Section title={sections.limits}>
        <dl className={classes.facts}>
          <Fact name={fieldNames.maxRate}>
            {event.maxRate == null
              ? eventTexts.asFastAsPossible
              : `${formatNumber(event.maxRate)} ${eventTexts.maxRateUnit}`}
          </Fact>
        </dl>
      </Section>
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function Some({ name, values }: { name: string; values: readonly string[] }) {
  return values.length > 0 && <Fact name={name}>{values.join(", ")}</Fact>;
}

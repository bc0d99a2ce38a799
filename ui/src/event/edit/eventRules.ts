import { schemaResolver } from "@mantine/form";
import { Temporal } from "temporal-polyfill";
import * as z from "zod/mini";
import { eventTexts } from "../../texts/event";
import { formatDate } from "../../texts/format";
import { asDate } from "../../time/calendar";
import { isBlank } from "./blank";
import { type EventValues, instantsOf } from "./eventValues";
import { canonicalTag } from "./languageTag";
import { linkProblem } from "./linkProblem";
import { type LocalMoment, parseTime, skippedUntil } from "./localTime";

const texts = eventTexts.rules;

const LONGEST_LINE = 200;
const LONGEST_TEXT = 10_000;
const LONGEST_LINK = 2_000;
const LONGEST_SEGMENT = 64;
const MOST_VALUES = 100;
const MOST_LOCALES = 60;
const MOST_RATE = 10_000_000;
const EARLIEST = Temporal.Instant.from("2000-01-01T00:00:00Z");
const LATEST = Temporal.Instant.from("2200-01-01T00:00:00Z");
const LONGEST_WINDOW_HOURS = 366 * 24;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/u;

/** They separate the segments of an imported customer. */
const SEPARATOR = /[|;]/;

const LINE_END = /[\r\n\u0085\u2028\u2029]/;

const text = (longest: number) =>
  z.string().check(
    z.maxLength(longest, texts.tooLong(longest)),
    z.refine((value) => !UNPRINTABLE.test(value), texts.unprintable),
  );

const there = (missing: string) => z.refine<string>((value) => !isBlank(value), missing);
const oneLine = z.refine<string>((value) => !LINE_END.test(value), texts.oneLine);

const line = (missing: string, longest: number) => text(longest).check(there(missing), oneLine);

/** A text whose fault is told in words of its own. */
function told(problem: (value: string) => string | null) {
  return z.check<string>((context) => {
    const message = problem(context.value);
    if (message != null) {
      context.issues.push({ code: "custom", input: context.value, message });
    }
  });
}

/** A list whose first wrong value is told, as all of them are shown in one field. */
function list(problem: (value: string) => string | null) {
  return z.array(z.string()).check((context) => {
    const found = context.value.map(problem).find((it) => it != null);
    const message = found ?? (context.value.length > MOST_VALUES ? texts.tooMany(MOST_VALUES) : null);
    if (message != null) {
      context.issues.push({ code: "custom", input: context.value, message });
    }
  });
}

function segmentProblem(segment: string): string | null {
  const blank = isBlank(segment) || segment.trim() !== segment || LINE_END.test(segment);
  return blank || segment.length > LONGEST_SEGMENT || UNPRINTABLE.test(segment) || SEPARATOR.test(segment)
    ? texts.segment(segment, LONGEST_SEGMENT)
    : null;
}

function tagProblem(tag: string): string | null {
  const canonical = canonicalTag(tag);
  return canonical === tag ? null : canonical == null ? texts.noTag(tag) : texts.spelling(tag, canonical);
}

const content = z
  .record(
    z.string(),
    z.object({ subject: line(texts.noSubject, LONGEST_LINE), body: text(LONGEST_TEXT).check(there(texts.noBody)) }),
  )
  .check(z.refine((value) => Object.keys(value).length <= MOST_LOCALES, texts.tooManyLocales(MOST_LOCALES)));

const schema = z.object({
  title: line(texts.noTitle, LONGEST_LINE),
  description: text(LONGEST_TEXT),
  promotionPackage: z.object({
    link: z.string().check(
      z.maxLength(LONGEST_LINK, texts.tooLong(LONGEST_LINK)),
      told((link) => (link.trim() === "" ? null : linkProblem(link.trim()))),
    ),
    content,
  }),
  audience: z.object({
    segments: list(segmentProblem),
    countries: list((country) => (/^[A-Z]{2}$/.test(country) ? null : texts.country(country))),
    locales: list(tagProblem),
  }),
  timeZone: z.string().check(z.refine(isZone, texts.zone)),
  dispatchTime: z.string().check(z.refine((time) => time.trim() === "" || parseTime(time) != null, texts.time)),
  maxRate: z.union([
    z.literal(""),
    z
      .number()
      .check(z.refine((rate) => Number.isInteger(rate) && rate >= 1 && rate <= MOST_RATE, texts.rate(MOST_RATE))),
  ]),
});

const byField = schemaResolver(schema, { sync: true });

function isZone(zone: string): boolean {
  try {
    // Offsets are no zones: they know no summer time.
    return /^[A-Z]/i.test(zone) && Temporal.Now.zonedDateTimeISO(zone) != null;
  } catch {
    return false;
  }
}

/** What is wrong with the window, by the field that says it. */
function windowProblems(values: EventValues): Record<string, string> {
  const problems: Record<string, string> = {};
  const check = (field: string, fine: boolean, message: string) => {
    if (!fine && problems[field] == null) {
      problems[field] = message;
    }
  };
  for (const end of ["start", "end"] as const) {
    const { date, time } = momentOf(values, end);
    check(`${end}Date`, date !== "", texts.noDate);
    check(`${end}Date`, asDate(date) != null, texts.date(date));
    check(`${end}Time`, parseTime(time) != null, texts.time);
    const next = skippedUntil({ date, time }, values.timeZone);
    check(`${end}Time`, next == null, skippedText({ date, time }, values.timeZone, next));
  }
  const instants = instantsOf(values);
  if (instants.start != null && instants.end != null) {
    const start = Temporal.Instant.from(instants.start);
    const end = Temporal.Instant.from(instants.end);
    const kept = (at: Temporal.Instant) =>
      Temporal.Instant.compare(at, EARLIEST) >= 0 && Temporal.Instant.compare(at, LATEST) < 0;
    check("startDate", kept(start), texts.range);
    check("endDate", kept(end), texts.range);
    check("endDate", Temporal.Instant.compare(end, start) > 0, texts.endFirst);
    check("endDate", start.until(end).total("hours") <= LONGEST_WINDOW_HOURS, texts.tooLongWindow);
  }
  return problems;
}

function momentOf(values: EventValues, end: "start" | "end"): LocalMoment {
  return end === "start"
    ? { date: values.startDate, time: values.startTime }
    : { date: values.endDate, time: values.endTime };
}

function skippedText({ date, time }: LocalMoment, zone: string, next: LocalMoment | null): string {
  return next == null
    ? ""
    : texts.skipped(
        parseTime(time) ?? time,
        formatDate(date),
        zone,
        next.date === date ? next.time : `${formatDate(next.date)}, ${next.time}`,
      );
}

/**
 * What is wrong with the values, by their paths: the rules of calendar-api's `EventRules`, `PackageRules` and
 * `AudienceRules`, so that most of it shows before anything is sent. The service has the last word.
 */
export function eventProblems(values: EventValues): Record<string, string> {
  return { ...(byField(values) as Record<string, string>), ...windowProblems(values) };
}

import type { FieldProblem } from "../../api/problem";
import { eventTexts } from "../../texts/event";
import type { EventValues } from "./eventValues";

/** What a service found wrong: at the fields of the form, and what none of them stands for. */
type SortedProblems = { fields: Record<string, string>; rest: string[] };

const ELSEWHERE: Record<string, string> = { startDatetime: "startDate", endDatetime: "endDate" };

/** Sorts a service's field problems by the form's fields. */
export function sortProblems(problems: readonly FieldProblem[], values: EventValues): SortedProblems {
  const known = new Set(fieldPaths(values));
  const sorted: SortedProblems = { fields: {}, rest: [] };
  for (const { field, message } of problems) {
    const path = ELSEWHERE[field] ?? field;
    const sentence = asSentence(path, message);
    if (!known.has(path)) {
      sorted.rest.push(sentence);
    } else if (sorted.fields[path] == null) {
      sorted.fields[path] = sentence;
    } else {
      sorted.fields[path] += ` ${sentence}`;
    }
  }
  return sorted;
}

/** Every field of the form that can be wrong, from top to bottom. */
export function fieldPaths(values: EventValues): string[] {
  const { content, defaultLocale } = values.promotionPackage;
  const locales = [defaultLocale, ...Object.keys(content).filter((locale) => locale !== defaultLocale)];
  return [
    "title",
    "description",
    ...locales.flatMap((locale) => [contentPath(locale, "subject"), contentPath(locale, "body")]),
    "promotionPackage.link",
    "audience.segments",
    "audience.countries",
    "audience.locales",
    "startDate",
    "startTime",
    "endDate",
    "endTime",
    "timeZone",
    "dispatchTime",
    "maxRate",
  ];
}

/** The path of a text in the form and in the services' refusals. */
export function contentPath(
  locale: string,
  part: "subject" | "body",
): `promotionPackage.content.${string}.${typeof part}` {
  return `promotionPackage.content.${locale}.${part}`;
}

/** The locale whose text a path names; null for other fields. */
export function localeOfPath(path: string): string | null {
  return /^promotionPackage\.content\.([^.]+)\./.exec(path)?.[1] ?? null;
}

/** The services' messages go on from a field's name: "has passed; move the window". */
function asSentence(path: string, message: string): string {
  const last = path.split(".").at(-1) ?? path;
  const name = (eventTexts.fieldNames as Record<string, string | undefined>)[last] ?? last;
  const sentence = /^[a-z]/.test(message) ? `${name} ${message}` : message;
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}

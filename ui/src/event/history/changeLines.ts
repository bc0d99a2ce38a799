import type { Audience, HistoryEntry } from "../../api/types";
import { eventTexts } from "../../texts/event";
import { eventHistoryTexts } from "../../texts/eventHistory";
import { formatNumber } from "../../texts/format";
import { languageName } from "../edit/languageTag";
import { parseTime } from "../edit/localTime";
import { dueText } from "../preview/DueDates";

/** A field that was changed, before and after. Texts are told line by line, other values in a row. */
export type ChangeLine = { key: string; label: string; from: string; to: string; text: boolean };

type Changes = HistoryEntry["changes"];

const names: Record<string, string | undefined> = eventTexts.fieldNames;
const { none } = eventHistoryTexts;

const OWN_NAMES: Record<string, string> = {
  startDatetime: eventTexts.fieldNames.startDate,
  endDatetime: eventTexts.fieldNames.endDate,
};

/**
 * What was changed, field by field, as people read it.
 *
 * @param zone in which instants are told
 */
export function changeLines(changes: Changes, zone: string): ChangeLine[] {
  return Object.entries(changes).flatMap(([field, { from, to }]) => {
    switch (field) {
      case "promotionPackage":
        return packageLines(from, to);
      case "audience":
        return audienceLines(from, to);
      case "copyOf":
        return [];
      default:
        return [line(field, label(field), shown(field, from, zone), shown(field, to, zone), field === "description")];
    }
  });
}

function label(field: string): string {
  return OWN_NAMES[field] ?? names[field] ?? field;
}

function line(key: string, name: string, from: string, to: string, text = false): ChangeLine {
  return text ? { key, label: name, ...changedLines(from, to), text } : { key, label: name, from, to, text };
}

function shown(field: string, value: unknown, zone: string): string {
  if (value == null || value === "") {
    return none;
  }
  if ((field === "startDatetime" || field === "endDatetime") && typeof value === "string") {
    return `${dueText(value, zone)} ${zone}`;
  }
  if (field === "dispatchTime" && typeof value === "string") {
    return parseTime(value) ?? value;
  }
  return typeof value === "number" ? formatNumber(value) : String(value);
}

type PackageParts = { link?: string | null; defaultLocale?: string; content?: Record<string, Record<string, string>> };

function packageLines(before: unknown, after: unknown): ChangeLine[] {
  const [from, to] = [(before ?? {}) as PackageParts, (after ?? {}) as PackageParts];
  const locales = [...new Set([...Object.keys(from.content ?? {}), ...Object.keys(to.content ?? {})])];
  const texts = locales.flatMap((locale) =>
    (["subject", "body"] as const).map((part) =>
      line(
        `${locale}.${part}`,
        eventTexts.inLocale(eventTexts.fieldNames[part], locale),
        from.content?.[locale]?.[part] ?? "",
        to.content?.[locale]?.[part] ?? "",
        true,
      ),
    ),
  );
  const language = (tag: string | undefined) => (tag == null ? none : languageName(tag));
  return [
    ...texts,
    line("defaultLocale", label("defaultLocale"), language(from.defaultLocale), language(to.defaultLocale)),
    line("link", label("link"), from.link || none, to.link || none),
  ].filter((it) => it.from !== it.to);
}

function audienceLines(before: unknown, after: unknown): ChangeLine[] {
  const [from, to] = [(before ?? {}) as Partial<Audience>, (after ?? {}) as Partial<Audience>];
  const values = (list: readonly string[] | undefined) => list?.join(", ") || eventHistoryTexts.everyone;
  return (["segments", "countries", "locales"] as const)
    .map((part) => line(part, label(part), values(from[part]), values(to[part])))
    .filter((it) => it.from !== it.to);
}

/** Two texts without the lines that they begin and end with alike. */
export function changedLines(from: string, to: string): { from: string; to: string } {
  const [before, after] = [from.split("\n"), to.split("\n")];
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) {
    first++;
  }
  let last = 0;
  while (last < shorter - first && before.at(-1 - last) === after.at(-1 - last)) {
    last++;
  }
  const middle = (lines: string[]) => lines.slice(first, lines.length - last).join("\n");
  return { from: middle(before), to: middle(after) };
}

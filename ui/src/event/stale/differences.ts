import { eventTexts } from "../../texts/event";
import type { EventValues, Texts } from "../edit/eventValues";

export type Side = "mine" | "theirs";

/** Something that two versions of an event say differently. */
export type Difference = {
  key: string;
  label: string;
  mine: string;
  theirs: string;
  /** Whose is kept unless somebody chooses: mine where I changed it, else theirs, which is the newer. */
  suggested: Side;
  /** Both changed it, so that nobody but whoever types can say which it is to be. */
  conflict: boolean;
  /** The values with this one thing as it is in the other's. */
  take: (into: EventValues, from: EventValues) => EventValues;
};

type Part = {
  key: string;
  label: string;
  shown: (values: EventValues) => string;
  take: Difference["take"];
};

const names = eventTexts.fieldNames;

/** A field that is copied as it stands. */
function plain<Key extends keyof EventValues>(key: Key, label: string): Part {
  return {
    key,
    label,
    shown: (values) => String(values[key]),
    take: (into, from) => ({ ...into, [key]: from[key] }),
  };
}

/** A date and its time, which are one thing to whoever chooses. */
function moment(end: "start" | "end", label: string): Part {
  const [date, time] = end === "start" ? (["startDate", "startTime"] as const) : (["endDate", "endTime"] as const);
  return {
    key: date,
    label,
    shown: (values) => `${values[date]} ${values[time]}`,
    take: (into, from) => ({ ...into, [date]: from[date], [time]: from[time] }),
  };
}

function rule(key: keyof EventValues["audience"]): Part {
  return {
    key: `audience.${key}`,
    label: names[key],
    shown: (values) => values.audience[key].join(", "),
    take: (into, from) => ({ ...into, audience: { ...into.audience, [key]: from.audience[key] } }),
  };
}

function packageField(key: "link" | "defaultLocale"): Part {
  return {
    key: `promotionPackage.${key}`,
    label: names[key],
    shown: (values) => values.promotionPackage[key],
    take: (into, from) => withPackage(into, { ...into.promotionPackage, [key]: from.promotionPackage[key] }),
  };
}

/** One text of a locale that both sides have. */
function text(locale: string, part: keyof Texts): Part {
  return {
    key: `promotionPackage.content.${locale}.${part}`,
    label: eventTexts.inLocale(names[part], locale),
    shown: (values) => values.promotionPackage.content[locale]?.[part] ?? "",
    take: (into, from) => {
      const { content } = into.promotionPackage;
      const other = from.promotionPackage.content[locale];
      const mine = content[locale];
      return other == null || mine == null
        ? into
        : withPackage(into, {
            ...into.promotionPackage,
            content: { ...content, [locale]: { ...mine, [part]: other[part] } },
          });
    },
  };
}

/** A locale's texts as a whole, where one side has them and the other has not. */
function whole(locale: string): Part {
  return {
    key: `promotionPackage.content.${locale}`,
    label: eventTexts.textsIn(locale),
    shown: (values) => {
      const texts = values.promotionPackage.content[locale];
      return texts == null ? "" : `${texts.subject}\n${texts.body}`;
    },
    take: (into, from) => {
      const { [locale]: _, ...others } = into.promotionPackage.content;
      const texts = from.promotionPackage.content[locale];
      const content = texts == null ? others : { ...others, [locale]: texts };
      return withPackage(into, { ...into.promotionPackage, content });
    },
  };
}

function withPackage(values: EventValues, promotionPackage: EventValues["promotionPackage"]): EventValues {
  return { ...values, promotionPackage };
}

/** A default that went with its texts is the first locale there is. */
function repaired(values: EventValues): EventValues {
  const { content, defaultLocale } = values.promotionPackage;
  const first = content[defaultLocale] == null ? Object.keys(content)[0] : undefined;
  return first == null ? values : withPackage(values, { ...values.promotionPackage, defaultLocale: first });
}

function parts(mine: EventValues, theirs: EventValues): Part[] {
  const [here, there] = [mine.promotionPackage.content, theirs.promotionPackage.content];
  const locales = [...new Set([...Object.keys(here), ...Object.keys(there)])];
  return [
    plain("title", names.title),
    plain("description", names.description),
    ...locales.flatMap((locale) =>
      here[locale] != null && there[locale] != null ? [text(locale, "subject"), text(locale, "body")] : [whole(locale)],
    ),
    packageField("defaultLocale"),
    packageField("link"),
    rule("segments"),
    rule("countries"),
    rule("locales"),
    moment("start", names.startDate),
    moment("end", names.endDate),
    plain("timeZone", names.timeZone),
    plain("dispatchTime", names.dispatchTime),
    plain("maxRate", names.maxRate),
  ];
}

/**
 * In what two versions differ, from the form's top to its bottom; empty when they say the same.
 *
 * @param base what mine was made from
 */
export function differences(mine: EventValues, theirs: EventValues, base: EventValues): Difference[] {
  return parts(mine, theirs)
    .map((part) => ({ part, mine: part.shown(mine), theirs: part.shown(theirs), base: part.shown(base) }))
    .filter((it) => it.mine !== it.theirs)
    .map(({ part, base: before, ...sides }) => ({
      key: part.key,
      label: part.label,
      take: part.take,
      ...sides,
      suggested: sides.mine === before ? "theirs" : "mine",
      conflict: sides.mine !== before && sides.theirs !== before,
    }));
}

/** Whether anything differs. */
export function isChanged(values: EventValues, base: EventValues): boolean {
  return parts(values, base).some((part) => part.shown(values) !== part.shown(base));
}

/** Mine, with theirs wherever that was chosen. */
export function merged(
  mine: EventValues,
  theirs: EventValues,
  found: readonly Difference[],
  chosen: Readonly<Record<string, Side>>,
): EventValues {
  const taken = found.filter((it) => (chosen[it.key] ?? it.suggested) === "theirs");
  return repaired(taken.reduce((values, it) => it.take(values, theirs), mine));
}

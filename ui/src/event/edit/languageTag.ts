import { LOCALE } from "../../texts/locale";

const LONGEST = 35;

/** A language tag in its canonical spelling, de-AT for de-at; null when it is none. */
export function canonicalTag(tag: string): string | null {
  const trimmed = tag.trim().replaceAll("_", "-");
  if (trimmed === "" || trimmed.length > LONGEST) {
    return null;
  }
  try {
    return Intl.getCanonicalLocales(trimmed)[0] ?? null;
  } catch {
    return null;
  }
}

const languages = new Intl.DisplayNames(LOCALE, { type: "language", fallback: "none" });
const regions = new Intl.DisplayNames(LOCALE, { type: "region", fallback: "none" });

/** What a language tag is called, Austrian German for de-AT; the tag itself when it has no name. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What a country's two-letter code stands for; undefined when that is no country. */
export function countryName(code: string): string | undefined {
  return /^[A-Z]{2}$/.test(code) ? regions.of(code) : undefined;
}

const COMMON =
  "en en-GB en-US de de-AT de-CH fr fr-CH it es pt pt-BR nl da sv nb fi pl cs sk hu ro bg el hr sl et lv lt uk tr ja ko zh";

/** Languages to offer; any other may be typed. */
export const COMMON_TAGS: readonly string[] = COMMON.split(" ");

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
// Codes that stand for no country one could send to: unions, islands of other countries' codes, and the unknown.
const NO_COUNTRIES = new Set(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]);

/** Every country with its code, by name. */
export function countries(): { value: string; label: string }[] {
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => !NO_COUNTRIES.has(code) && isInUse(code))
    .map((value) => ({ value, label: countryName(value) ?? "" }))
    .filter(({ label }) => label !== "")
    .sort((one, other) => one.label.localeCompare(other.label, LOCALE));
}

/** Former codes are spelled otherwise today, DE for DD. */
function isInUse(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

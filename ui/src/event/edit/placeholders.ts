/** What the services fill in: the customer's own values, and the event's; see `TemplateText` in promo-events. */
export const PLACEHOLDERS = ["name", "email", "country", "title", "date", "startDate", "endDate"] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

const PATTERN = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The names in a text's placeholders that nothing is filled in for, each once. */
export function unknownPlaceholders(text: string): string[] {
  const names = new Set([...text.matchAll(PATTERN)].map((match) => match[1] ?? ""));
  return [...names].filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
}

/** The pieces of a text that begin like a placeholder and are none. */
export function malformedPlaceholders(_text: string): string[] {
  return [];
}

/** How a placeholder is written in a text. */
export function written(name: string): string {
  return `{{${name}}}`;
}

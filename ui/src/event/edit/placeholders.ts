/** What the services fill in: the customer's own values, and the event's; see `TemplateText` in promo-events. */
export const PLACEHOLDERS = ["name", "email", "country", "title", "date", "startDate", "endDate"] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What is needed of a text to find placeholders in it. */
type Characters = Pick<string, "length" | "charAt" | "slice">;

/** The names in a text's placeholders that nothing is filled in for, each once. */
export function unknownPlaceholders(text: Characters): string[] {
  const names = new Set(piecesOf(text).flatMap(({ name }) => (name == null ? [] : [name])));
  return [...names].filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
}

/** The pieces of a text that begin like a placeholder and are none. */
export function malformedPlaceholders(text: Characters): string[] {
  return piecesOf(text).flatMap(({ name, piece }) => (name == null ? [piece] : []));
}

/** How a placeholder is written in a text. */
export function written(name: string): string {
  return `{{${name}}}`;
}

/** A piece of a text that begins with two braces or more; its name is null where it is no placeholder. */
type Piece = { name: string | null; piece: string };

/** From its beginning to its end, no character is looked at more than a few times, whatever somebody typed. */
function piecesOf(text: Characters): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const opened = after(text, at, (char) => char === "{");
    if (opened - at < 2) {
      at = opened + 1;
      continue;
    }
    const inside = after(text, opened, (char) => char !== "{" && char !== "}");
    const closed = after(text, inside, (char) => char === "}");
    const well = opened - at === 2 && closed - inside === 2;
    pieces.push({ name: well ? text.slice(opened, inside).trim() : null, piece: text.slice(at, closed) });
    at = closed;
  }
  return pieces;
}

/** The place after all characters of a kind that stand together from here on. */
function after(text: Characters, from: number, isOne: (char: string) => boolean): number {
  let at = from;
  while (at < text.length && isOne(text.charAt(at))) {
    at++;
  }
  return at;
}

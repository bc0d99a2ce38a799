/** What the services fill in: the customer's own values, and the event's; see `TemplateText` in promo-events. */
export const PLACEHOLDERS = ["name", "email", "country", "title", "date", "startDate", "endDate"] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** The blanks that the services leave out around a name, not those of `trim`. */
const BLANK = /\p{White_Space}/u;

/** What is needed of a text to find placeholders in it. */
type Characters = Pick<string, "length" | "charAt" | "slice">;

/** The names in a text's placeholders that nothing is filled in for, each once. */
export function unknownPlaceholders(text: Characters): string[] {
  const names = new Set(placeholdersOf(text).map(({ name }) => name));
  return [...names].filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
}

/** The pieces of a text whose braces belong to no placeholder, though they look as if they should. */
export function malformedPlaceholders(text: Characters): string[] {
  const pieces: string[] = [];
  let shown = 0;
  for (const at of strayBraces(text)) {
    if (at >= shown) {
      const [from, to] = text.charAt(at) === "{" ? pieceFrom(text, at) : pieceAround(text, at);
      pieces.push(text.slice(from, to));
      shown = to;
    }
  }
  return pieces;
}

/**
 * Where braces stand that belong to no placeholder: two in a row outside of one, or one right beside it. Each is the place
 * of the first of them. As in `TemplateText`; `placeholders.json` among its tests binds both.
 */
export function strayBraces(text: Characters): number[] {
  const stray: number[] = [];
  let gap = 0;
  for (const { start, end } of placeholdersOf(text)) {
    addStray(text, gap, start, stray);
    gap = end;
  }
  addStray(text, gap, text.length, stray);
  return stray;
}

/** How a placeholder is written in a text. */
export function written(name: string): string {
  return `{{${name}}}`;
}

/** Two opening braces, a name without braces, two closing ones; `end` is where the text goes on. */
type Found = { start: number; end: number; name: string };

/** Of more opening braces in a row the last two count, of more closing ones the first two. */
function placeholdersOf(text: Characters): Found[] {
  const found: Found[] = [];
  let at = 0;
  while (at < text.length) {
    const opened = after(text, at, isOpening);
    const inside = after(text, opened, isText);
    if (opened - at >= 2 && text.charAt(inside) === "}" && text.charAt(inside + 1) === "}") {
      found.push({ start: opened - 2, end: inside + 2, name: nameIn(text, opened, inside) });
    }
    at = after(text, inside, isClosing);
  }
  return found;
}

/** Of a part between placeholders, or between one and an end of the text. */
function addStray(text: Characters, from: number, to: number, stray: number[]) {
  let end = from;
  for (let at = from; at < to; at = end) {
    const char = text.charAt(at);
    end = after(text, at + 1, (next) => next === char, to);
    const opensPlaceholder = isOpening(char) && end === to && to < text.length;
    const closesPlaceholder = isClosing(char) && at === from && from > 0;
    if (opensPlaceholder || closesPlaceholder || (!isText(char) && end - at > 1)) {
      stray.push(at);
    }
  }
}

/** From opening braces to the closing ones that come next, if any. */
function pieceFrom(text: Characters, at: number): [number, number] {
  return [at, after(text, after(text, after(text, at, isOpening), isText), isClosing)];
}

/** Closing braces and what they close: what stands from the opening ones on, or else the word before. */
function pieceAround(text: Characters, at: number): [number, number] {
  const closing = before(text, at, isClosing);
  const inside = before(text, closing, isText);
  const opening = before(text, inside, isOpening);
  const from = opening < inside ? opening : before(text, closing, (char) => isText(char) && !isBlank(char));
  return [from, after(text, at, isClosing)];
}

function nameIn(text: Characters, from: number, to: number): string {
  const start = after(text, from, isBlank, to);
  return text.slice(start, Math.max(start, before(text, to, isBlank)));
}

function isBlank(char: string): boolean {
  return BLANK.test(char);
}

function isOpening(char: string): boolean {
  return char === "{";
}

function isClosing(char: string): boolean {
  return char === "}";
}

function isText(char: string): boolean {
  return char !== "{" && char !== "}";
}

/** The place after all characters of a kind that stand together from here on. */
function after(text: Characters, from: number, isOne: (char: string) => boolean, limit = text.length): number {
  let at = from;
  while (at < limit && isOne(text.charAt(at))) {
    at++;
  }
  return at;
}

/** The place of the first of all characters of a kind that stand together up to here. */
function before(text: Characters, to: number, isOne: (char: string) => boolean): number {
  let at = to;
  while (at > 0 && isOne(text.charAt(at - 1))) {
    at--;
  }
  return at;
}

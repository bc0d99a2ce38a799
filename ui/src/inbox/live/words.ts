import * as z from "zod/mini";

const unread = z.object({ count: z.number(), hasMore: z.boolean() });
const hint = z.extend(unread, { jitterMs: z.number() });

const word = z.discriminatedUnion("kind", [
  /** A tab asks how things stand. */
  z.object({ kind: z.literal("hello") }),
  /** The tab that holds the stream tells how things stand. */
  z.object({ kind: z.literal("state"), live: z.boolean(), unread: z.nullable(unread) }),
  /** The tab that holds the stream passes a hint on. */
  z.object({ kind: z.literal("hint"), hint }),
]);

/** What the tabs of one browser say to each other. */
export type Word = z.infer<typeof word>;

/** The word that came from another tab, which may run another version of this code; null for anything else. */
export function wordOf(data: unknown): Word | null {
  const parsed = word.safeParse(data);
  return parsed.success ? parsed.data : null;
}

/** The hint in an event of the stream; null for anything else. */
export function hintOf(data: unknown): z.infer<typeof hint> | null {
  const parsed = hint.safeParse(data);
  return parsed.success ? parsed.data : null;
}

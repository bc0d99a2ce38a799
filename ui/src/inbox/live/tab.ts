import type { Hint, UnreadCount } from "../../api/types";
import type { Word } from "./words";

/** One tab's part in sharing a stream: whether it holds the stream, whether hints reach it (null: not known yet), and the last count it heard. */
export type Tab = { leader: boolean; live: boolean | null; unread: UnreadCount | null };

/** What happens to a tab. */
export type Input =
  /** It has become the one to hold the stream. */
  | { kind: "elected" }
  /** Its stream is open, has broken off, or has brought a hint. */
  | { kind: "opened" }
  | { kind: "lost" }
  | { kind: "hint"; hint: Hint }
  /** Another tab has said something. */
  | { kind: "word"; word: Word }
  /** Nobody has answered its hello, or its own stream does not open. */
  | { kind: "silence" };

/** What a tab does about it. */
export type Effect =
  | { kind: "open" }
  | { kind: "say"; word: Word }
  | { kind: "live"; live: boolean }
  | { kind: "hint"; hint: Hint }
  | { kind: "unread"; unread: UnreadCount };

export const NEW_TAB: Tab = { leader: false, live: null, unread: null };

/** The rules by which the tabs of one browser share one stream. */
export function step(tab: Tab, input: Input): [Tab, Effect[]] {
  switch (input.kind) {
    case "elected":
      return tab.leader ? [tab, []] : [{ ...tab, leader: true }, [{ kind: "open" }]];
    case "opened":
      return turned(tab, true);
    case "lost":
      return turned(tab, false);
    case "silence":
      return [{ ...tab, live: false }, tab.live === false ? [] : [{ kind: "live", live: false }]];
    case "hint": {
      const [next, effects] = heard(tab, input.hint);
      return [next, [...effects, { kind: "say", word: { kind: "hint", hint: input.hint } }]];
    }
    case "word":
      return tab.leader ? answer(tab, input.word) : listen(tab, input.word);
  }
}

/** The leader's stream has come or gone; all tabs are told, again and again, for one of them may be new. */
function turned(tab: Tab, live: boolean): [Tab, Effect[]] {
  const next = { ...tab, live };
  const told: Effect[] = tab.live === live ? [] : [{ kind: "live", live }];
  return [next, [...told, { kind: "say", word: state(next) }]];
}

/** Before it knows itself, the leader says nothing: it tells all as soon as it does. */
function answer(tab: Tab, word: Word): [Tab, Effect[]] {
  return [tab, word.kind === "hello" && tab.live != null ? [{ kind: "say", word: state(tab) }] : []];
}

function listen(tab: Tab, word: Word): [Tab, Effect[]] {
  switch (word.kind) {
    case "hello":
      return [tab, []];
    case "hint":
      return heard(tab, word.hint);
    case "state": {
      const changed: Effect[] = word.live === tab.live ? [] : [{ kind: "live", live: word.live }];
      // An answer to another tab is no news to this one.
      const counted: Effect[] =
        word.live && word.unread && (!tab.live || differs(tab.unread, word.unread))
          ? [{ kind: "unread", unread: word.unread }]
          : [];
      return [{ ...tab, live: word.live, unread: word.unread ?? tab.unread }, [...changed, ...counted]];
    }
  }
}

function heard(tab: Tab, hint: Hint): [Tab, Effect[]] {
  const unread = { count: hint.count, hasMore: hint.hasMore };
  const turnedLive: Effect[] = tab.live ? [] : [{ kind: "live", live: true }];
  return [{ ...tab, live: true, unread }, [...turnedLive, { kind: "hint", hint }]];
}

/** Whether the count is another one than it was known to be. */
export function differs(known: UnreadCount | null | undefined, unread: UnreadCount): boolean {
  return known?.count !== unread.count || known.hasMore !== unread.hasMore;
}

function state(tab: Tab): Word {
  return { kind: "state", live: tab.live === true, unread: tab.unread };
}

import type { ProblemError } from "../../api/problem";
import type { StreamListener } from "../../api/stream";
import type { Hint, UnreadCount } from "../../api/types";
import { type Effect, type Input, NEW_TAB, step } from "./tab";
import { hintOf, type Word, wordOf } from "./words";

/** Who is told what the shared stream brings. */
export type LiveListener = {
  hint(hint: Hint): void;
  /** How another tab knows the count to be; no news, unless it differs. */
  unread(unread: UnreadCount): void;
  /** Whether hints come; while they do not, the count has to be asked for. */
  live(live: boolean): void;
  refused(problem: ProblemError): void;
};

/** What the browser offers for sharing; a null part is missing, and then each tab has a stream of its own. */
export type Sharing = {
  /** The other tabs. */
  channel: { say(word: Word): void; hear(listener: (data: unknown) => void): void; close(): void } | null;
  /** Calls back once this is the tab to hold the stream; holds on to that until the signal. */
  elect: ((elected: () => void, over: AbortSignal) => void) | null;
};

/** Nobody takes longer to answer in the same browser. */
const ANSWER_MS = 3_000;
/** How often a tab that can be seen asks whether the one with the stream is still there: a frozen one is not. */
const ASK_MS = 30_000;

/**
 * Listens to one stream together with the browser's other tabs: HTTP/1.1 allows six connections to a host, and the service
 * eight streams to a customer.
 *
 * @param open opens the stream and returns what ends it
 * @returns ends the listening
 */
export function shareStream(
  { channel, elect }: Sharing,
  open: (listener: StreamListener) => () => void,
  listener: LiveListener,
): () => void {
  let tab = NEW_TAB;
  let close = () => {};
  let silence: ReturnType<typeof setTimeout> | undefined;
  const over = new AbortController();

  const take = (input: Input) => {
    if (!over.signal.aborted) {
      if (input.kind !== "word" || input.word.kind !== "hello") {
        clearTimeout(silence);
      }
      const [next, effects] = step(tab, input);
      tab = next;
      effects.forEach(perform);
    }
  };
  const perform = (effect: Effect) => {
    switch (effect.kind) {
      case "open":
        expectWord();
        close = open(streamListener(take, listener));
        return;
      case "say":
        return channel?.say(effect.word);
      case "live":
        return listener.live(effect.live);
      case "hint":
        return listener.hint(effect.hint);
      case "unread":
        return listener.unread(effect.unread);
    }
  };
  const expectWord = () => {
    clearTimeout(silence);
    silence = setTimeout(() => take({ kind: "silence" }), ANSWER_MS);
  };
  const ask = () => {
    if (!tab.leader && document.visibilityState === "visible") {
      channel?.say({ kind: "hello" });
      expectWord();
    }
  };

  if (channel != null && elect != null) {
    channel.hear((data) => {
      const word = wordOf(data);
      if (word != null) {
        take({ kind: "word", word });
      }
    });
    ask();
    elect(() => take({ kind: "elected" }), over.signal);
  } else {
    take({ kind: "elected" });
  }
  const asking = setInterval(ask, ASK_MS);
  document.addEventListener("visibilitychange", ask);
  return () => {
    over.abort();
    close();
    clearTimeout(silence);
    clearInterval(asking);
    document.removeEventListener("visibilitychange", ask);
    channel?.close();
  };
}

function streamListener(take: (input: Input) => void, listener: LiveListener): StreamListener {
  return {
    open: () => take({ kind: "opened" }),
    lost: () => take({ kind: "lost" }),
    refused: (problem) => {
      take({ kind: "lost" });
      listener.refused(problem);
    },
    event: ({ type, data }) => {
      const hint = type === "hint" ? hintOf(data) : null;
      if (hint != null) {
        take({ kind: "hint", hint });
      }
    },
  };
}

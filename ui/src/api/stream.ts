import { EventSourceParserStream } from "eventsource-parser/stream";
import { authorizedFetch, type TokenSource } from "./clients";
import { ProblemError } from "./problem";

/** An event of a stream: its type, and its data as JSON. */
export type StreamEvent = { type: string; data: unknown };

/** Who is told what a stream brings. */
export type StreamListener = {
  event(event: StreamEvent): void;
  /** The stream is open and alive. */
  open?(): void;
  /** The stream has broken off; it is tried again by itself. */
  lost?(): void;
  /** The service refuses the stream for good (it does not exist, or is not this user's); it is not tried again. */
  refused?(problem: ProblemError): void;
};

export type StreamOptions = {
  /** A stream that is silent for so long is dead: the services send a comment every 15 s. */
  silentMs?: number;
  /** The first pause before another try; each further one is twice as long, up to {@link LONGEST_PAUSE_MS}. */
  pauseMs?: number;
};

const SILENT_MS = 40_000;
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 20_000;

/**
 * Listens to server-sent events with a token, which a browser's own EventSource cannot send. Broken streams are opened again
 * with growing, random pauses, at once when the browser is online again.
 *
 * @returns ends the listening
 */
export function listen(
  url: string,
  tokens: TokenSource,
  listener: StreamListener,
  options: StreamOptions = {},
): () => void {
  const over = new AbortController();
  void keepListening(url, tokens, listener, options, over.signal);
  return () => over.abort();
}

async function keepListening(
  url: string,
  tokens: TokenSource,
  listener: StreamListener,
  { silentMs = SILENT_MS, pauseMs = PAUSE_MS }: StreamOptions,
  over: AbortSignal,
): Promise<void> {
  let failures = 0;
  let retryMs = pauseMs;
  while (!over.aborted) {
    let leaveAloneMs = 0;
    try {
      await readOnce(url, tokens, silentMs, over, {
        open: () => {
          failures = 0;
          listener.open?.();
        },
        event: (event) => listener.event(event),
        retry: (ms) => {
          retryMs = ms;
        },
      });
    } catch (error) {
      if (!over.aborted && error instanceof ProblemError) {
        if (isFinal(error)) {
          listener.refused?.(error);
          return;
        }
        leaveAloneMs = error.retryAfter * 1_000;
      }
    }
    if (over.aborted) {
      return;
    }
    listener.lost?.();
    await pause(pauseBefore(failures++, retryMs, leaveAloneMs, Math.random()), over);
  }
}

/**
 * How long to wait before a stream is opened again: twice as long with each failure in a row, never less than the service
 * asks for, and never the same for all who were cut off together.
 *
 * @param random 0 to 1
 */
export function pauseBefore(failures: number, retryMs: number, leaveAloneMs: number, random: number): number {
  const usual = Math.min(retryMs * 2 ** failures, LONGEST_PAUSE_MS);
  return Math.max(usual / 2, leaveAloneMs) * (1 + random);
}

function isFinal(problem: ProblemError): boolean {
  return problem.status >= 400 && problem.status < 500 && problem.status !== 401 && problem.status !== 429;
}

type Reading = { open(): void; event(event: StreamEvent): void; retry(ms: number): void };

/** Reads one connection until it ends; throws when it breaks, is refused, or is silent for too long. */
async function readOnce(
  url: string,
  tokens: TokenSource,
  silentMs: number,
  over: AbortSignal,
  reading: Reading,
): Promise<void> {
  const dead = new AbortController();
  let watchdog = setTimeout(() => dead.abort(), silentMs);
  const alive = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => dead.abort(), silentMs);
  };
  const end = () => dead.abort();
  over.addEventListener("abort", end, { once: true });
  try {
    const request = new Request(url, {
      headers: { Accept: "text/event-stream" },
      cache: "no-store",
      signal: dead.signal,
    });
    const response = await authorizedFetch(request, tokens);
    if (!response.ok || response.body == null) {
      throw await ProblemError.of(response);
    }
    reading.open();
    const events = response.body
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
      .pipeThrough(new EventSourceParserStream({ onComment: alive, onRetry: reading.retry }))
      .getReader();
    dead.signal.addEventListener("abort", () => void events.cancel().catch(() => undefined), { once: true });
    for (let next = await events.read(); !next.done; next = await events.read()) {
      alive();
      reading.event({ type: next.value.event ?? "message", data: JSON.parse(next.value.data) });
    }
  } finally {
    clearTimeout(watchdog);
    over.removeEventListener("abort", end);
    dead.abort();
  }
}

function pause(ms: number, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      over.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener("online", done);
    over.addEventListener("abort", done);
  });
}

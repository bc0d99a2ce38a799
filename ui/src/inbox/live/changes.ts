/** Tells lists that are being looked at that the inbox may have changed. */
export type Changes = {
  /** Lists are asked for again after a random part of so many milliseconds. */
  tell(jitterMs: number): void;
  /** @returns ends the listening */
  listen(listener: () => void): () => void;
};

export function createChanges(random: () => number = Math.random): Changes {
  const listeners = new Map<() => void, ReturnType<typeof setTimeout> | undefined>();
  return {
    tell: (jitterMs) => {
      for (const [listener, due] of listeners) {
        // Told again before its time has come, a list is asked for once, after all that was told.
        clearTimeout(due);
        listeners.set(listener, setTimeout(listener, random() * jitterMs));
      }
    },
    listen: (listener) => {
      listeners.set(listener, undefined);
      return () => {
        clearTimeout(listeners.get(listener));
        listeners.delete(listener);
      };
    },
  };
}

/** The last thing that went wrong and is told, until it is dismissed. */
export type Told = {
  tell(text: string): void;
  dismiss(): void;
  /** For useSyncExternalStore. */
  current(): string | null;
  subscribe(listener: () => void): () => void;
};

const LONG_ENOUGH_MS = 8_000;

export function createTold(): Told {
  let text: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const set = (next: string | null) => {
    text = next;
    for (const listener of listeners) {
      listener();
    }
  };
  const dismiss = () => {
    clearTimeout(timer);
    set(null);
  };
  return {
    tell: (next) => {
      dismiss();
      set(next);
      timer = setTimeout(dismiss, LONG_ENOUGH_MS);
    },
    dismiss,
    current: () => text,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

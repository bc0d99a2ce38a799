import type { Sharing } from "./sharedStream";

/**
 * What this browser offers for sharing a stream under a name: other tabs by BroadcastChannel, the choice of one by Web
 * Locks, which pass on by themselves when a tab is closed. Old browsers and pages without https lack the latter.
 */
export function browserSharing(name: string | null): Sharing {
  const locks = navigator.locks as LockManager | undefined;
  if (name == null || locks == null || typeof BroadcastChannel === "undefined") {
    return { channel: null, elect: null };
  }
  const tabs = new BroadcastChannel(name);
  return {
    channel: {
      say: (word) => tabs.postMessage(word),
      hear: (listener) => tabs.addEventListener("message", ({ data }) => listener(data)),
      close: () => tabs.close(),
    },
    elect: (elected, over) => {
      const hold = () => {
        elected();
        return new Promise<void>((resolve) => over.addEventListener("abort", () => resolve(), { once: true }));
      };
      // Rejected when it is over before this tab's turn has come, which is nothing to tell.
      locks.request(name, { signal: over }, hold).catch(() => {});
    },
  };
}

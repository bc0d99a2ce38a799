import { useEffect } from "react";
import { LoadFailed } from "../shell/LoadFailed";
import { reloadIfServed, wasReloaded } from "./reload";

const AGAIN_MS = 3_000;

/**
 * Stands where a part of the page is missing. The browser and the router remember that, so only loading the page anew helps:
 * at once where the server has another version by now, and otherwise as soon as it is back.
 */
export function PartFailed({ error }: { error: unknown }) {
  useEffect(() => {
    const look = () => {
      if (!wasReloaded()) {
        void reloadIfServed();
      }
    };
    look();
    const looking = setInterval(look, AGAIN_MS);
    return () => clearInterval(looking);
  }, []);
  return <LoadFailed error={error} onRetry={() => void reloadIfServed()} />;
}

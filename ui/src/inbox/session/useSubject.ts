import { useEffect, useState } from "react";
import type { TokenSource } from "../../api/clients";
import type { GetToken } from "../props";
import { subjectOf } from "./subject";

const ASK_MS = 30_000;

/**
 * Whom the tokens name, asked for now and then, for customers sign in and out elsewhere on the page. Undefined: not known
 * yet; null: nobody; empty: somebody, the token does not say who.
 */
export function useSubject(tokens: TokenSource, getToken: GetToken): string | null | undefined {
  const [subject, setSubject] = useState<string | null | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another getToken is a reason to ask; tokens call it
  useEffect(() => {
    let over = false;
    const ask = () => {
      if (document.visibilityState === "visible") {
        tokens.token().then(
          (token) => over || setSubject(token == null ? null : (subjectOf(token) ?? "")),
          // Who cannot be asked is who it was.
          () => {},
        );
      }
    };
    ask();
    const asking = setInterval(ask, ASK_MS);
    document.addEventListener("visibilitychange", ask);
    window.addEventListener("focus", ask);
    return () => {
      over = true;
      clearInterval(asking);
      document.removeEventListener("visibilitychange", ask);
      window.removeEventListener("focus", ask);
    };
  }, [tokens, getToken]);
  return subject;
}

import { useDebouncedCallback } from "@mantine/hooks";
import { useCallback, useEffect, useRef, useState } from "react";

const PAUSE_MS = 250;

/**
 * What is typed into the search field: at once for whoever types, in the address when they pause, and from the address when
 * it changes otherwise, as on the way back.
 */
export function useSearchText(inAddress: string, toAddress: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(inAddress);
  // Written into the address, which has yet to say so; when it does, more may have been typed.
  const written = useRef<string[]>([]);
  useEffect(() => {
    const own = written.current.indexOf(inAddress);
    written.current.splice(0, own + 1);
    if (own < 0) {
      setText(inAddress);
    }
  }, [inAddress]);
  const write = useDebouncedCallback((typed: string) => {
    if (typed !== inAddress) {
      written.current.push(typed);
      toAddress(typed);
    }
  }, PAUSE_MS);
  const type = useCallback(
    (typed: string) => {
      setText(typed);
      write(typed);
    },
    [write],
  );
  return [text, type];
}

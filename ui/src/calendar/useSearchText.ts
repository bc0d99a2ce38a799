import { useDebouncedCallback } from "@mantine/hooks";
import { useCallback, useEffect, useRef, useState } from "react";

const PAUSE_MS = 250;

/**
 * What is typed into the search field: at once for whoever types, in the address when they pause, and from the address when
 * it changes otherwise, as on the way back.
 */
export function useSearchText(inAddress: string, toAddress: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(inAddress);
  const written = useRef(inAddress);
  useEffect(() => {
    if (inAddress !== written.current) {
      written.current = inAddress;
      setText(inAddress);
    }
  }, [inAddress]);
  const write = useDebouncedCallback((typed: string) => {
    written.current = typed;
    toAddress(typed);
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

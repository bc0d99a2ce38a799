import { useMediaQuery } from "@mantine/hooks";

// Spelt as in the style sheets: at exactly 48em both must mean the same.
const PHONE = "(width < 48em)";
const NARROW = "(width < 62em)";

/** Whether there is only a phone's width. */
export function usePhone(): boolean {
  return useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
}

/** Whether there is no room for two columns of text. */
export function useNarrow(): boolean {
  return useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
}

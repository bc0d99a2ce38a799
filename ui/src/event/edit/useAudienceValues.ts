import { useMemo } from "react";
import { useServices } from "../../api/ApiContext";
import { COMMON_TAGS, countries, countryName, languageName } from "./languageTag";
import type { TagOption } from "./TagsField";

const FRESH_MS = 10 * 60_000;

/** Values to offer for an audience: first those that customers have most often, then the others there are. */
export function useAudienceValues(): Record<"segments" | "countries" | "locales", TagOption[]> {
  const { dispatch } = useServices();
  // Without it there is less to choose from, and everything can still be typed.
  const { data } = dispatch.useQuery("get", "/audience/values", {}, { staleTime: FRESH_MS, retry: false });
  return useMemo(() => {
    const others = countries().map(({ value }) => value);
    return {
      segments: (data?.segments ?? []).map((value) => ({ value, label: value })),
      countries: merged(data?.countries, others).map((value) => named(value, countryName(value))),
      locales: merged(data?.locales, COMMON_TAGS).map((value) => named(value, languageName(value))),
    };
  }, [data]);
}

function merged(first: readonly string[] = [], others: readonly string[]): string[] {
  return [...new Set([...first, ...others])];
}

function named(value: string, name: string | undefined): TagOption {
  return { value, label: name == null || name === value ? value : `${name} (${value})` };
}

import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useServices } from "../../api/ApiContext";
import type { Audience } from "../../api/types";

const PAUSE_MS = 400;

/**
 * How many customers a rule reaches now, counted a moment after it has last changed; not at all while it is wrong. Until then
 * there is what the rule before reached, which is not current.
 */
export function useReach(audience: Audience, right: boolean) {
  const { dispatch } = useServices();
  const [asked] = useDebouncedValue(audience, PAUSE_MS);
  const reach = dispatch.useQuery(
    "post",
    "/audience/estimate",
    { body: { audience: asked } },
    { enabled: right, placeholderData: keepPreviousData, staleTime: 30_000 },
  );
  // A form makes new lists of its values whatever is typed; what counts is what they say.
  const settled = JSON.stringify(asked) === JSON.stringify(audience);
  return { data: reach.data, isError: reach.isError, isCurrent: settled && !reach.isPlaceholderData };
}

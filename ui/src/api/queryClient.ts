import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./problem";

const TRIES = 3;

/** One cache for the page. What a service refuses is not asked again; what cannot be reached is, with growing pauses. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => !(error instanceof ProblemError && error.status < 500) && failures < TRIES,
      },
    },
  });
}

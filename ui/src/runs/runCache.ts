import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Run } from "../api/types";

type Page = { items: Run[] };

/** Lays a run that just came over everything known of it, so that all rows on the page agree. */
export function putRun(cache: QueryClient, run: Run): void {
  cache.setQueryData<Run>(["get", "/runs/{runId}", { params: { path: { runId: run.runId } } }], run);
  for (const { queryKey, state } of cache.getQueryCache().findAll({ queryKey: ["get", "/runs"] })) {
    // A list is as old as it was: only one of its runs is newer.
    cache.setQueryData<Page | InfiniteData<Page>>(queryKey, (known) => known && withRun(known, run), {
      updatedAt: state.dataUpdatedAt,
    });
  }
}

/** Everything known of runs is to be asked for again. */
export function staleRuns(cache: QueryClient): Promise<void> {
  return cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith("/runs") });
}

function withRun(known: Page | InfiniteData<Page>, run: Run): Page | InfiniteData<Page> {
  return "pages" in known ? { ...known, pages: known.pages.map((page) => pageWith(page, run)) } : pageWith(known, run);
}

function pageWith<P extends Page>(page: P, run: Run): P {
  return page.items.some((item) => item.runId === run.runId)
    ? { ...page, items: page.items.map((item) => (item.runId === run.runId ? run : item)) }
    : page;
}

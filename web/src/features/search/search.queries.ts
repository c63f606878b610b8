import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { SearchAnswer } from "../../api/types";

const search = (
  contract: string,
  query: { q: string; limit: number; kinds?: string[]; cursor?: string },
  signal?: AbortSignal,
): Promise<SearchAnswer> =>
  ask(
    api.GET("/api/v1/contracts/{contract}/search", {
      params: { path: { contract }, query },
      querySerializer: { array: { style: "form", explode: false } },
      ...(signal && { signal }),
    }),
  );

/** The first hits while somebody types. */
export const quickQuery = (contract: string, q: string) =>
  queryOptions({
    queryKey: ["search", contract, "quick", q],
    queryFn: ({ signal }) => search(contract, { q, limit: 3 }, signal),
    enabled: contract !== "" && q !== "",
    staleTime: 5_000,
  });

/** The first hits of every kind. */
export const overviewQuery = (contract: string, q: string) =>
  queryOptions({
    queryKey: ["search", contract, "all", q],
    queryFn: ({ signal }) => search(contract, { q, limit: 5 }, signal),
    staleTime: 5_000,
  });

/** Page after page of one kind. */
export const kindQuery = (contract: string, q: string, kind: string) =>
  infiniteQueryOptions({
    queryKey: ["search", contract, kind, q],
    queryFn: ({ pageParam, signal }) =>
      search(contract, { q, kinds: [kind], limit: 20, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.groups[0]?.next_cursor ?? undefined,
    staleTime: 5_000,
  });

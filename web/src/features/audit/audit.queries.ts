import { infiniteQueryOptions, queryOptions, useMutation } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { AuditSearch } from "./audit.search";

const pageEvents = 50;

export const eventsQuery = (contract: string, { kind, subject, from, to, actor }: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ["audit", contract, kind, subject, from, to, actor],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/v1/contracts/{contract}/events", {
          params: {
            path: { contract },
            query: {
              limit: pageEvents,
              ...(kind && { kind }),
              ...(subject && { subject }),
              ...(from && { from }),
              ...(to && { to }),
              ...(actor && { actor }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });

export const useCheckChain = (contract: string) =>
  useMutation({
    mutationFn: () => ask(api.GET("/api/v1/contracts/{contract}/audit", { params: { path: { contract } } })),
  });

const path = "/api/v1/contracts/{contract}/work-requests" as const;

/** The numbers by which people know the requests; the list says them without counting as a look at each. */
export const numbersQuery = (contract: string) =>
  queryOptions({
    queryKey: ["audit-numbers", contract],
    queryFn: async () => {
      const { items } = await ask(
        api.GET(path, { params: { path: { contract }, query: { limit: 500, sort: "-number" } } }),
      );
      return new Map(items.map(({ id, number }) => [id, number]));
    },
    staleTime: 60_000,
  });

/** The id of the request with exactly this number. */
export const useFindRequest = (contract: string) =>
  useMutation({
    mutationFn: async (number: string) => {
      const { items } = await ask(
        api.GET(path, { params: { path: { contract }, query: { q: number, limit: 500 } } }),
      );
      return items.find((request) => request.number.toLowerCase() === number.toLowerCase())?.id;
    },
  });

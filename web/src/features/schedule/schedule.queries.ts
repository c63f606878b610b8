import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { Span } from "./span";

export const plannedQuery = (contract: string, { first, last }: Span) =>
  queryOptions({
    queryKey: ["planned-windows", contract, first, last],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/windows", {
          params: { path: { contract }, query: { first, last } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const openDaysQuery = (contract: string, { first, last }: Span) =>
  queryOptions({
    queryKey: ["calendar", contract, first, last, ""],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/calendar/days", {
          params: { path: { contract }, query: { from: first, to: last } },
        }),
      ),
    staleTime: 5 * 60_000,
  });

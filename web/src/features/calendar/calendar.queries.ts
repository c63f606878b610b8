import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { Day } from "../../lib/day";
import type { DueQuestion } from "./due.search";

export const daysQuery = (contract: string, from: Day, to: Day, workClass: string) =>
  queryOptions({
    queryKey: ["calendar", contract, from, to, workClass],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/calendar/days", {
          params: {
            path: { contract },
            query: { from, to, ...(workClass && { work_class: workClass }) },
          },
        }),
      ),
    staleTime: 5 * 60_000,
  });

export const dueQuery = (contract: string, question: DueQuestion | undefined) =>
  queryOptions({
    queryKey: ["due", contract, question],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/calendar/due", {
          params: { path: { contract }, query: question ?? { from: "", rule: "open_days" } },
        }),
      ),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 5 * 60_000,
  });

import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client";

export const todayQuery = (contract: string) =>
  queryOptions({
    queryKey: ["today", contract],
    queryFn: () => ask(api.GET("/api/v1/contracts/{contract}/today", { params: { path: { contract } } })),
  });

/** The windows of work that touch a day. */
export const workOfDayQuery = (contract: string, day: string) =>
  queryOptions({
    queryKey: ["planned-windows", contract, day, day],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/windows", {
          params: { path: { contract }, query: { first: day, last: day } },
        }),
      ),
  });

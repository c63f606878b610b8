import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client";

export const todayQuery = (contract: string) =>
  queryOptions({
    queryKey: ["today", contract],
    queryFn: () => ask(api.GET("/api/v1/contracts/{contract}/today", { params: { path: { contract } } })),
  });

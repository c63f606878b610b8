import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "./client";

export const quotasQuery = (contract: string) =>
  queryOptions({
    queryKey: ["quotas", contract],
    queryFn: () => ask(api.GET("/api/v1/contracts/{contract}/quotas", { params: { path: { contract } } })),
  });

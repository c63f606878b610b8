import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "./client";

/** The families of recovery media of a contract, their editions and the media that carry them. */
export const recoveryQuery = (contract: string) =>
  queryOptions({
    queryKey: ["recovery", contract],
    queryFn: () => ask(api.GET("/api/v1/contracts/{contract}/recovery", { params: { path: { contract } } })),
  });

import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "./client";

/** The questions on one request, the oldest first; more than this no request has. */
export const questionsOfRequest = (contract: string, request: string) =>
  queryOptions({
    queryKey: ["questions", contract, "of-request", request],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/questions", {
          params: { path: { contract }, query: { request, sort: "asked_at", limit: 100 } },
        }),
      ),
  });

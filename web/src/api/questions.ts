import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "./client";
import type { Side } from "./types";

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

/**
 * How many questions wait for a side: for the city those to be answered (an answer to be approved waits in the inbox of
 * approvals), for the contractor those whose answer is to be accepted.
 */
export const waitingQuestionsQuery = (contract: string, side: Side) =>
  queryOptions({
    queryKey: ["questions", contract, "waiting", side],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/questions", {
          params: {
            path: { contract },
            query: { state: [side === "city" ? "open" : "answered"], limit: 1, total: true },
          },
        }),
      ),
    staleTime: 30_000,
  });

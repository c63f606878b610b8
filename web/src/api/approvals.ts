import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "./client";

/** What waits for the decision of who is signed in: the first few, and how many in all. */
export const waitingApprovalsQuery = (contract: string) =>
  queryOptions({
    queryKey: ["approvals", contract, "waiting"],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/approvals", {
          params: {
            path: { contract },
            query: { waiting: "me", sort: "asked_at", limit: 5, total: true },
          },
        }),
      ),
    staleTime: 30_000,
    enabled: contract !== "",
  });

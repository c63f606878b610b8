import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "./client";

/** Because of what, or where: what the visits of a block have in common. */
export interface VisitsOf {
  incident?: string;
  request?: string;
  site?: string;
}

/** The visits because of an incident or a request, or to a site; the latest first. */
export const visitsOf = (contract: string, of: VisitsOf) =>
  queryOptions({
    queryKey: ["visits", contract, "of", of],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/visits", {
          params: { path: { contract }, query: { ...of, limit: 50 } },
        }),
      ),
  });

import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../api/client";

/** The floors and seats of a site with what stands there on a day; today without one. */
export const siteLayoutQuery = (contract: string, site: string, on?: string) =>
  queryOptions({
    queryKey: ["site", contract, site, "layout", on],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/sites/{site}/layout", {
          params: { path: { contract, site }, query: { ...(on && { on }) } },
        }),
      ),
  });

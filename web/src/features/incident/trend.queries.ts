import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import { askedTrend, type TrendSearch } from "./trend.search";

const path = "/api/v1/contracts/{contract}/incident-trends" as const;

export const trendQuery = (contract: string, search: TrendSearch) => {
  const query = askedTrend(search);
  return queryOptions({
    queryKey: ["incidents", contract, "trend", query],
    queryFn: () => ask(api.GET(path, { params: { path: { contract }, query } })),
  });
};

export function trendUrl(contract: string, search: TrendSearch): string {
  const { on, months } = askedTrend(search);
  const asked = new URLSearchParams({ ...(on && { on }), months: String(months) });
  return `/api/v1/contracts/${encodeURIComponent(contract)}/incident-trends/export?${asked}`;
}

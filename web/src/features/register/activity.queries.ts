import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { Activity, ActivityPage, WriteActivity } from "../../api/types";
import { monthLength } from "../../lib/day";
import { pageRows, pagesQuery } from "./register.queries";
import type { RegisterSearch } from "./register.search";

const path = "/api/v1/contracts/{contract}/activities" as const;

/** The days of a month (`2025-12`); undefined when it is none. */
export function daysOf(month: string | undefined): { first: string; last: string } | undefined {
  const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month ?? "");
  if (!found) return undefined;
  const last = monthLength(Number(found[1]), Number(found[2]));
  return { first: `${month}-01`, last: `${month}-${last}` };
}

/** The months from one day to another, the latest first. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))];
  const key = () => `${year}-${String(month).padStart(2, "0")}`;
  while (key() >= first.slice(0, 7)) {
    months.push(key());
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  }
  return months;
}

const filtersOf = ({ q, state, kind, month }: RegisterSearch) => ({
  ...(q && { q }),
  ...(kind && { work_type: kind }),
  ...daysOf(month),
  ...(state === "all" && { cancelled: true }),
});

export const activitiesQuery = (contract: string, search: RegisterSearch) =>
  pagesQuery<Activity>(
    ["activities", contract, search.q, search.state, search.kind, search.month],
    (cursor): Promise<ActivityPage> =>
      ask(
        api.GET(path, {
          params: {
            path: { contract },
            query: { ...filtersOf(search), limit: pageRows, ...(cursor && { cursor }) },
          },
        }),
      ),
  );

/** The kinds of work of the contract that are logged here, and the totals of what is asked for. */
export const activityFactsQuery = (contract: string, search: RegisterSearch) =>
  queryOptions({
    queryKey: ["activities", contract, "facts", search.q, search.kind, search.month],
    queryFn: () =>
      ask(api.GET(path, { params: { path: { contract }, query: { ...filtersOf(search), limit: 1 } } })),
    placeholderData: (before: ActivityPage | undefined) => before,
  });

export const exportUrl = (contract: string, search: RegisterSearch): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/activities/export?${new URLSearchParams(
    Object.entries(filtersOf(search)).map(([key, value]) => [key, String(value)]),
  )}`;

export const activityQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["register", contract, "activities", id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

export const logActivity = (contract: string, body: WriteActivity) =>
  ask(api.POST(path, { params: { path: { contract } }, body }));

const over = (contract: string, { id, version }: Activity) => ({
  params: { path: { contract, id }, header: versionTag(version) },
});

export const correctActivity = (contract: string, opened: Activity, body: WriteActivity) =>
  ask(api.PATCH(`${path}/{id}`, { ...over(contract, opened), body }));

export const cancelActivity = (contract: string, opened: Activity, reason: string) =>
  ask(api.POST(`${path}/{id}/cancel`, { ...over(contract, opened), body: { reason } }));

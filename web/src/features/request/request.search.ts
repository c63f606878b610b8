import type { WorkRequestFilters } from "../../api/types";
import type { Sorting } from "../../grid/column";
import * as sorting from "../../grid/sorting";

/** The state of the list in the address: filters and order. */
export interface RequestSearch {
  q?: string | undefined;
  status?: string | undefined;
  type?: string | undefined;
  site?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  sort?: string | undefined;
}

const keys = ["q", "status", "type", "site", "from", "to", "sort"] as const;

export function requestSearch(search: Record<string, unknown>): RequestSearch {
  const read: RequestSearch = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "number") read[key] = String(value);
    else if (typeof value === "string" && value !== "") read[key] = value;
  }
  return read;
}

export const isFiltered = ({ sort: _, ...filters }: RequestSearch): boolean =>
  Object.values(filters).some(Boolean);

const usual = "number";

export const sortingOf = (sort?: string): Sorting => sorting.sortingOf(sort, usual);

export const nextSort = (sort: string | undefined, key: string): string | undefined =>
  sorting.nextSort(sort, key, usual);

/** Only what the server knows; the address may hold anything. */
export function filtersOf(search: RequestSearch): WorkRequestFilters {
  const filters: Record<string, string> = {};
  for (const key of keys) if (search[key]) filters[key] = search[key];
  return filters;
}

import type { ApprovalFilters } from "../../api/types";
import type { Sorting } from "../../grid/column";
import { parseWrittenDay } from "../../lib/wareki";

/** Which list of the inbox is open. */
export const views = ["waiting", "sent", "decided"] as const;
export type View = (typeof views)[number];

export interface InboxSearch {
  view?: View | undefined;
}

export const inboxSearch = ({ view }: Record<string, unknown>): InboxSearch => {
  const known = views.find((each) => each === view);
  return known ? { view: known } : {};
};

/** The state of the register in the address. */
export interface RegisterSearch {
  q?: string | undefined;
  state?: string | undefined;
  kind?: string | undefined;
  site?: string | undefined;
  on?: string | undefined;
  request?: string | undefined;
  sort?: string | undefined;
}

const keys = ["q", "state", "kind", "site", "on", "request", "sort"] as const;

export function registerSearch(search: Record<string, unknown>): RegisterSearch {
  const read: RegisterSearch = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "number") read[key] = String(value);
    else if (typeof value === "string" && value !== "") read[key] = value;
  }
  return read;
}

export const isFiltered = ({ sort: _, ...filters }: RegisterSearch): boolean =>
  Object.values(filters).some(Boolean);

/** Only what the server understands; a day in any way of writing. */
export function filtersOf(search: RegisterSearch): ApprovalFilters {
  const filters: Record<string, string> = {};
  for (const key of keys) if (search[key]) filters[key] = search[key];
  const on = search.on && parseWrittenDay(search.on);
  delete filters.on;
  return { ...filters, ...(on && { on }) } as ApprovalFilters;
}

const usual = "-asked_at";

export function sortingOf(sort = usual): Sorting {
  return sort.startsWith("-") ? { key: sort.slice(1), descending: true } : { key: sort, descending: false };
}

/** A click on a heading: ascending, descending, then the newest first again. */
export function nextSort(sort: string | undefined, key: string): string | undefined {
  const { key: present, descending } = sortingOf(sort);
  if (present !== key) return key;
  return descending ? undefined : `-${key}`;
}

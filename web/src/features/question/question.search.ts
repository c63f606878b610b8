import type { QuestionFilters } from "../../api/types";

/** The state of the list in the address: filters and order. */
export interface QuestionSearch {
  q?: string | undefined;
  state?: string | undefined;
  turn?: string | undefined;
  subject?: string | undefined;
  request?: string | undefined;
  procedure?: string | undefined;
  age?: string | undefined;
  sort?: string | undefined;
}

const keys = ["q", "state", "turn", "subject", "request", "procedure", "age", "sort"] as const;

/** The newest question first. */
export const usualOrder = "-asked_at";
export const openStates = "open,answered,awaiting_approval";

export function questionSearch(search: Record<string, unknown>): QuestionSearch {
  const read: QuestionSearch = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "number") read[key] = String(value);
    else if (typeof value === "string" && value !== "") read[key] = value;
  }
  return read;
}

/** What a new question is about, when a link says so. */
export interface AskSearch {
  request?: string | undefined;
  procedure?: string | undefined;
}

export function askSearch(search: Record<string, unknown>): AskSearch {
  const { request, procedure } = questionSearch(search);
  return { ...(request && { request }), ...(procedure && { procedure }) };
}

export const isFiltered = ({ sort: _, ...filters }: QuestionSearch): boolean =>
  Object.values(filters).some(Boolean);

/** As the server takes it; the address may hold anything, and the server says what it does not know. */
export function filtersOf(search: QuestionSearch): QuestionFilters {
  const filters: Record<string, string> = {};
  for (const key of keys) if (search[key]) filters[key] = search[key];
  return filters as QuestionFilters;
}

import { isDay, partsOf } from "../../lib/day";

export interface PeopleSearch {
  /** The day of the roster; today when there is none. */
  as_of?: string | undefined;
  q?: string | undefined;
  past?: boolean | undefined;
}

const day = (value: unknown): string | undefined =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && isDay(partsOf(value)) ? value : undefined;

export function peopleSearch(search: Record<string, unknown>): PeopleSearch {
  return {
    as_of: day(search.as_of),
    q: typeof search.q === "string" && search.q !== "" ? search.q : undefined,
    past: search.past === true || undefined,
  };
}

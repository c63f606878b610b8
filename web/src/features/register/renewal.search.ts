import type { UnitSearch } from "./unit.search";

/** The state of the renewal page in the address. */
export interface RenewalSearch extends Pick<UnitSearch, "on" | "site"> {
  generation?: string | undefined;
}

export function renewalSearch(search: Record<string, unknown>): RenewalSearch {
  const read: RenewalSearch = {};
  for (const key of ["on", "site", "generation"] as const) {
    const value = search[key];
    if (typeof value === "string" && value !== "") read[key] = value;
  }
  return read;
}

import type { VisitFinding } from "../../api/types";

export const findingKinds = [
  "condition",
  "request",
  "report",
  "question",
] as const satisfies readonly VisitFinding["kind"][];

/** The filters of the findings in the address; without `all` only those that wait for something. */
export interface FindingSearch {
  kind?: VisitFinding["kind"] | undefined;
  site?: string | undefined;
  /** The days of the period, as they were written. */
  from?: string | undefined;
  until?: string | undefined;
  all?: true | undefined;
}

export function findingSearch(search: Record<string, unknown>): FindingSearch {
  const read: FindingSearch = {};
  for (const key of ["site", "from", "until"] as const) {
    const value = search[key];
    if (typeof value === "number") read[key] = String(value);
    else if (typeof value === "string" && value !== "") read[key] = value;
  }
  const kind = findingKinds.find((each) => each === search.kind);
  if (kind) read.kind = kind;
  if (search.all === true || search.all === "true") read.all = true;
  return read;
}

/** The filters of the visits in the address, and what a new one is because of. */
export interface VisitSearch {
  site?: string | undefined;
  worker?: string | undefined;
  /** The days of the period, as they were written. */
  from?: string | undefined;
  until?: string | undefined;
  incident?: string | undefined;
  request?: string | undefined;
  /** Opens the form of a new visit. */
  plan?: string | undefined;
}

const keys = ["site", "worker", "from", "until", "incident", "request", "plan"] as const;

export function visitSearch(search: Record<string, unknown>): VisitSearch {
  const read: VisitSearch = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "number") read[key] = String(value);
    else if (typeof value === "string" && value !== "") read[key] = value;
  }
  return read;
}

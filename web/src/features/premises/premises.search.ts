import { parseWrittenDay } from "../../lib/wareki";

/** The filters of the records of the premises in the address. */
export interface PremisesSearch {
  site?: string | undefined;
  room?: string | undefined;
  kind?: string | undefined;
  person?: string | undefined;
  /** The days of the period, as they were written. */
  from?: string | undefined;
  until?: string | undefined;
}

const keys = ["site", "room", "kind", "person", "from", "until"] as const;

export function premisesSearch(search: Record<string, unknown>): PremisesSearch {
  const read: PremisesSearch = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "number") read[key] = String(value);
    else if (typeof value === "string" && value !== "") read[key] = value;
  }
  return read;
}

/** What the server is asked for: days that are none are left out. */
export function askedOf({ from, until, site, room, person }: PremisesSearch) {
  const first = from && parseWrittenDay(from);
  const last = until && parseWrittenDay(until);
  return {
    ...(site && { site }),
    ...(room && { room }),
    ...(person && { person }),
    ...(first && { from: first }),
    ...(last && { until: last }),
  };
}

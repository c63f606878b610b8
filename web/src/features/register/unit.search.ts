import { parseWrittenDay } from "../../lib/wareki";

/** The state of the register of devices in the address. */
export interface UnitSearch {
  /** The day whose state is shown, as it was written; today without it. */
  on?: string | undefined;
  q?: string | undefined;
  site?: string | undefined;
  class?: string | undefined;
  division?: string | undefined;
  use?: string | undefined;
}

const keys = ["q", "site", "class", "division", "use"] as const;

export function unitSearch(search: Record<string, unknown>): UnitSearch {
  const read: UnitSearch = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "number") read[key] = String(value);
    else if (typeof value === "string" && value !== "") read[key] = value;
  }
  if (typeof search.on === "string" && search.on !== "") read.on = search.on;
  return read;
}

/** The day that is asked for; undefined for today. */
export const dayAsked = ({ on }: UnitSearch): string | undefined => (on ? parseWrittenDay(on) : undefined);

import { parseWrittenDay } from "../../lib/wareki";

/** The state of the ledger of movements in the address. */
export interface MovementSearch {
  q?: string | undefined;
  /** Days as they were written. */
  from?: string | undefined;
  to?: string | undefined;
  timing?: string | undefined;
  site?: string | undefined;
  class?: string | undefined;
  cause?: string | undefined;
  by?: string | undefined;
  /** One unit only, by its id. */
  unit?: string | undefined;
}

const keys = ["q", "from", "to", "timing", "site", "class", "cause", "by", "unit"] as const;

export function movementSearch(search: Record<string, unknown>): MovementSearch {
  const read: MovementSearch = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "number") read[key] = String(value);
    else if (typeof value === "string" && value !== "") read[key] = value;
  }
  return read;
}

/** A day that is asked for; undefined as long as what is written is none. */
export const dayWritten = (written: string | undefined): string | undefined =>
  written ? parseWrittenDay(written) : undefined;

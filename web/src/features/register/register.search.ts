/** The state of a register in the address. */
export interface RegisterSearch {
  q?: string | undefined;
  state?: string | undefined;
  kind?: string | undefined;
  /** `2025-12`; `all` for every month. */
  month?: string | undefined;
  category?: string | undefined;
  /** The days of a period, as they were written. */
  from?: string | undefined;
  until?: string | undefined;
  /** The fault of the equipment that a new row is entered for. */
  fault?: string | undefined;
}

const keys = ["q", "state", "kind", "month", "category", "from", "until", "fault"] as const;

export function ledgerSearch(search: Record<string, unknown>): RegisterSearch {
  const read: RegisterSearch = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "number") read[key] = String(value);
    else if (typeof value === "string" && value !== "") read[key] = value;
  }
  return read;
}

/** A choice of the address that the server knows; anything else is left out. */
export const known = <T extends string>(value: string | undefined, all: readonly T[]): T | undefined =>
  all.find((each) => each === value);

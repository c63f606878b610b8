import { parseWrittenDay } from "../../lib/wareki";

/** The state of the pages of sites in the address. */
export interface SiteSearch {
  /** The day whose state is shown, as it was written; today without it. */
  on?: string | undefined;
  q?: string | undefined;
}

export function siteSearch({ on, q }: Record<string, unknown>): SiteSearch {
  const read: SiteSearch = {};
  if (typeof on === "string" && on !== "") read.on = on;
  if (typeof q === "number") read.q = String(q);
  else if (typeof q === "string" && q !== "") read.q = q;
  return read;
}

/** The day that is asked for; undefined for today. */
export const dayAsked = ({ on }: SiteSearch): string | undefined => (on ? parseWrittenDay(on) : undefined);

import { parseWrittenDay } from "../../lib/wareki";

export interface TrendSearch {
  on?: string | undefined;
  months?: number | undefined;
}

export const trendMonths = [3, 6, 12, 24, 36] as const;
export const usualMonths = 12;

export const trendSearch = ({ on, months }: Record<string, unknown>): TrendSearch => ({
  on: typeof on === "string" && on !== "" ? on : undefined,
  months: trendMonths.find((each) => each === Number(months)),
});

/** What is asked of the server; a day that is none yet counts as today's. */
export const askedTrend = ({ on, months }: TrendSearch) => {
  const day = on === undefined ? undefined : parseWrittenDay(on);
  return { ...(day && { on: day }), months: months ?? usualMonths };
};

import type { Day } from "../../lib/day";

interface Span {
  from: string;
  until: string;
}

const dayLength = 86_400_000;

/** Which part of a day in Japan a span covers, 0 to 1; undefined when none. */
export function bars(day: Day, { from, until }: Span): { from: number; to: number } | undefined {
  const begin = Date.parse(`${day}T00:00:00+09:00`);
  const first = Math.max(Date.parse(from), begin);
  const last = Math.min(Date.parse(until), begin + dayLength);
  if (last <= first) return undefined;
  return { from: (first - begin) / dayLength, to: (last - begin) / dayLength };
}

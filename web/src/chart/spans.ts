import { type Day, dayInJapan } from "../lib/day";

export interface Span {
  kind: "counted" | "skipped" | "omitted";
  /** Milliseconds since 1970. */
  from: number;
  to: number;
}

export interface Tick {
  at: number;
  label: string;
}

const hour = 3_600_000;
const day = 24 * hour;
const japanOffset = 9 * hour;
const mostTicks = 11;

/** Whole hours while the picture is short, else midnights in Japan; never more than fit side by side. */
export function ticksOf(from: number, to: number): Tick[] {
  const short = to - from <= 20 * hour;
  const unit = short ? hour : day;
  const steps = short ? [1, 2, 3, 4] : [1, 2, 7, 14, 28, 56, 112, 224];
  const step = (steps.find((each) => (to - from) / (each * unit) <= mostTicks) ?? 448) * unit;
  const first = Math.ceil((from + japanOffset) / unit) * unit - japanOffset;
  const ticks: Tick[] = [];
  for (let at = first; at <= to; at += step) ticks.push({ at, label: labelOf(at, short) });
  return ticks;
}

function labelOf(at: number, short: boolean): string {
  const local = new Date(at + japanOffset).toISOString();
  return short ? local.slice(11, 16).replace(/^0/, "") : monthAndDay(dayInJapan(at));
}

const monthAndDay = (of: Day): string => `${Number(of.slice(5, 7))}/${Number(of.slice(8))}`;

/** Neighbours of one kind become one span, so that a row of open days is one bar. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && last.kind === span.kind && last.to === span.from)
      result[result.length - 1] = { ...last, to: span.to };
    else result.push(span);
  }
  return result;
}

import type { IncidentClock } from "../../api/types";

/** How far a clock has run; the words and colours change with it. */
export type ClockStage =
  | "none"
  | "calm"
  | "half"
  | "near"
  | "over"
  | "waiting"
  | "done"
  | "missed"
  | "agreed"
  | "measured";

/** Seconds of service that have passed for a clock, some time after the server said how it stood. */
export function usedAt(clock: IncidentClock, asOf: number, now: number): number {
  if (!clock.counting) return clock.used_seconds;
  const until = clock.turns_at ? Math.min(now, Date.parse(clock.turns_at)) : now;
  return clock.used_seconds + Math.max(0, Math.floor((until - asOf) / 1000));
}

/** Whether the server has to say anew how the clock stands: it has opened or closed since. */
export const isStale = (clock: IncidentClock, now: number): boolean =>
  clock.turns_at != null && now > Date.parse(clock.turns_at) + 500;

const settled: Partial<Record<IncidentClock["standing"], ClockStage>> = {
  not_begun: "none",
  not_needed: "none",
  not_applied: "none",
  measured: "measured",
  waiting: "waiting",
  met: "done",
  agreed: "agreed",
};

export function stageOf(clock: IncidentClock, used: number): ClockStage {
  const fixed = settled[clock.standing];
  if (fixed) return fixed;
  if (clock.allowed_seconds === 0 && !clock.due) return "measured";
  if (clock.reached) return "missed";
  if (used > clock.allowed_seconds) return "over";
  if (used * 5 >= clock.allowed_seconds * 4) return "near";
  return used * 2 >= clock.allowed_seconds ? "half" : "calm";
}

/** `1:05` of so many seconds, rounded so that nobody is told more time than there is. */
export function hoursAndMinutes(seconds: number): string {
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** What of the bar is filled, in percent. */
export const filled = (clock: IncidentClock, used: number): number =>
  clock.allowed_seconds <= 0 ? 0 : Math.min(100, (used / clock.allowed_seconds) * 100);

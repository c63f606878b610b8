import { useEffect, useState } from "react";
import { now } from "../../api/session";

/** This moment by the server's clock in milliseconds, anew every second. */
export function useNow(): number {
  const [moment, setMoment] = useState(() => Date.parse(now()));
  useEffect(() => {
    const timer = setInterval(() => setMoment(Date.parse(now())), 1000);
    return () => clearInterval(timer);
  }, []);
  return moment;
}

/** Asks the server once a clock has closed or opened since it last said how it stands. */
export function useRefreshWhen(stale: boolean, refresh: () => unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it becomes stale
  useEffect(() => {
    if (stale) void refresh();
  }, [stale]);
}

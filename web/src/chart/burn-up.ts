const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000] as const;

/** At most six lines. */
const stepOf = (most: number): number => steps.find((step) => most / step <= 6) ?? 100_000;

/** The upper end of an axis of whole numbers on which this one has room. */
export function ceilingOf(most: number): number {
  const step = stepOf(Math.max(1, most));
  return Math.ceil(Math.max(1, most) / step) * step;
}

/** The whole numbers at which such an axis has a line. */
export function ticksUpTo(ceiling: number): number[] {
  const step = stepOf(ceiling);
  return Array.from({ length: Math.floor(ceiling / step) + 1 }, (_, at) => at * step);
}

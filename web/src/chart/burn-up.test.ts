import { expect, it } from "vitest";
import { ceilingOf, ticksUpTo } from "./burn-up";

it.each([
  [0, 1, [0, 1]],
  [1, 1, [0, 1]],
  [6, 6, [0, 1, 2, 3, 4, 5, 6]],
  [7, 8, [0, 2, 4, 6, 8]],
  [24, 25, [0, 5, 10, 15, 20, 25]],
  [31, 40, [0, 10, 20, 30, 40]],
])("gives %i runs an axis up to %i", (most, ceiling, ticks) => {
  expect(ceilingOf(most)).toBe(ceiling);
  expect(ticksUpTo(ceiling)).toEqual(ticks);
});

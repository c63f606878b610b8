import { expect, it } from "vitest";
import { parseTime } from "./time";

it.each([
  ["9:00", "09:00"],
  ["0930", "09:30"],
  ["1715", "17:15"],
  ["１７：１５", "17:15"],
  ["24:00", "24:00"],
  ["24:01", undefined],
  ["12:60", undefined],
  ["9", undefined],
  ["朝", undefined],
  ["", undefined],
])("%s is read as %s", (written, time) => expect(parseTime(written)).toBe(time));

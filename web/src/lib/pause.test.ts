import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { afterPause } from "./pause";

let path = "";
const here = () => path;

beforeEach(() => {
  vi.useFakeTimers();
  path = "/contracts/mihon/questions";
});
afterEach(() => vi.useRealTimers());

it("acts once somebody has stopped typing", () => {
  const act = vi.fn();
  afterPause(act, here);
  vi.advanceTimersByTime(299);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledOnce();
});

it("does not act when it was called off", () => {
  const act = vi.fn();
  const callOff = afterPause(act, here);
  callOff();
  vi.runAllTimers();
  expect(act).not.toHaveBeenCalled();
});

it("does not lead back to a page that a link has left meanwhile", () => {
  const act = vi.fn();
  afterPause(act, here);
  path = "/contracts/mihon/questions/q1";
  vi.runAllTimers();
  expect(act).not.toHaveBeenCalled();
});

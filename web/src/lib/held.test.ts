import { describe, expect, it } from "vitest";
import { type Held, hold } from "./held";

const [first, second, third] = ["version 1", "version 2", "version 3"] as const;

describe("the row below a form", () => {
  it.each<[string, Held<string>, string, boolean, string]>([
    ["follows the news while nothing is written", { row: first }, second, false, second],
    ["stays what it was when the writing began", { row: first }, second, true, first],
    ["becomes the latest after a refusal", { row: first, refused: first }, second, true, second],
    ["waits for the news after a refusal", { row: first, refused: first }, first, true, first],
    ["stays again once the refusal is behind it", { row: second, refused: first }, third, true, second],
  ])("%s", (_, held, latest, written, row) => {
    expect(hold(held, latest, written).row).toBe(row);
  });

  it("is the same object when nothing changes, so that rendering comes to rest", () => {
    const held = { row: first, refused: second };
    expect(hold(held, third, true)).toBe(held);
    expect(hold(held, first, false)).toBe(held);
  });
});

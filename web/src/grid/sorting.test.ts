import { describe, expect, it } from "vitest";
import { nextSort, sortingOf } from "./sorting";

describe("the order of a list", () => {
  it.each([
    [undefined, "number", { key: "number", descending: false }],
    [undefined, "-asked_at", { key: "asked_at", descending: true }],
    ["title", "-asked_at", { key: "title", descending: false }],
    ["-title", "number", { key: "title", descending: true }],
  ])("%s over %s", (sort, usual, order) => expect(sortingOf(sort, usual)).toEqual(order));

  it.each([
    ["number", ["-number", undefined, "-number"]],
    ["-asked_at", ["asked_at", "-asked_at", undefined]],
  ])("turns with each click on the heading of %s", (usual, orders) => {
    const key = usual.replace("-", "");
    let sort: string | undefined;
    for (const order of orders) {
      sort = nextSort(sort, key, usual);
      expect(sort).toBe(order);
    }
  });

  it("begins ascending on another heading", () =>
    expect(nextSort("-number", "title", "number")).toBe("title"));
});

import { describe, expect, it } from "vitest";
import { bodyOf, draftOf, isChanged, nudged, percent, shifted, spotAt, thousandths } from "./layout-draft";
import { siteSearch } from "./site.search";

describe("a seat on a plan", () => {
  it.each<[string, boolean, { x: number; y: number } | undefined]>([
    ["ArrowLeft", false, { x: 490, y: 1000 }],
    ["ArrowRight", true, { x: 550, y: 1000 }],
    ["ArrowUp", false, { x: 500, y: 990 }],
    ["ArrowDown", false, { x: 500, y: 1000 }],
    ["Enter", false, undefined],
  ])("goes by %s, far: %s", (key, far, spot) => expect(nudged({ x: 500, y: 1000 }, key, far)).toEqual(spot));

  it("follows the pointer and stays on the plan", () => {
    const box = { left: 100, top: 50, width: 400, height: 200 };
    expect(spotAt({ clientX: 300, clientY: 100 }, box)).toEqual({ x: 500, y: 250 });
    expect(spotAt({ clientX: 90, clientY: 900 }, box)).toEqual({ x: 0, y: 1000 });
  });

  it.each([
    ["25", 250],
    ["２５．５", 255],
    ["100", 1000],
    ["0.1", 1],
    ["100.1", null],
    ["-1", null],
    ["1,5", null],
    ["", null],
  ])("is at %s percent", (typed, spot) => expect(thousandths(typed)).toBe(spot));

  it("says its percent", () => expect(percent(255)).toBe("25.5"));
});

describe("the floors as they are edited", () => {
  const layout = {
    on: "2025-10-01",
    floors: [
      {
        id: "f1",
        name: "1階",
        seats: [{ id: "s1", name: "窓口1", section: "", place: "1階 窓口1", x: 1, y: 2, units: [] }],
        plan: null,
      },
      { id: "f2", name: "2階", seats: [], plan: null },
    ],
    elsewhere: [],
    may_keep: true,
    version: 2,
  };

  it("go back as they came", () => {
    expect(bodyOf(draftOf(layout))).toEqual({
      floors: [
        { id: "f1", name: "1階", seats: [{ id: "s1", name: "窓口1", section: "", x: 1, y: 2 }] },
        { id: "f2", name: "2階", seats: [] },
      ],
    });
    expect(isChanged(draftOf(layout), layout)).toBe(false);
  });

  it("know that they are changed", () =>
    expect(isChanged([...draftOf(layout), { key: "new-1", name: "3階", seats: [] }], layout)).toBe(true));

  it("change places", () => {
    expect(shifted(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(shifted(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
    expect(shifted(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
  });
});

describe("the address of the sites", () => {
  it("holds the day and the words", () => {
    expect(siteSearch({ on: "R7.10.1", q: 3, other: "x" })).toEqual({ on: "R7.10.1", q: "3" });
    expect(siteSearch({ on: "", q: "" })).toEqual({});
  });
});

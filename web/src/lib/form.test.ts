import { describe, expect, it } from "vitest";
import { changedIn } from "./form";

const start = { title: "移設", types: ["installation"], wish_on: "2026-12-01" };

describe("what a draft keeps", () => {
  it.each([
    ["nothing when nothing differs", { ...start, types: ["installation"] }, {}],
    ["the field that was written", { ...start, title: "移設と点検" }, { title: "移設と点検" }],
    ["a field that was emptied", { ...start, wish_on: "" }, { wish_on: "" }],
    [
      "a list that grew",
      { ...start, types: ["installation", "check"] },
      { types: ["installation", "check"] },
    ],
  ])("%s", (_, values, kept) => {
    expect(changedIn(values, start)).toEqual(kept);
  });
});

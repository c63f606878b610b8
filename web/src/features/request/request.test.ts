import { describe, expect, it } from "vitest";
import type { WorkRequest } from "../../api/types";
import { parseHours } from "./hours";
import { filtersOf, isFiltered, nextSort, requestSearch, sortingOf } from "./request.search";
import { isEditable } from "./request-columns";

describe("the address of the list", () => {
  it("keeps what it knows and drops the rest", () => {
    expect(requestSearch({ q: "端末", status: "done", page: 3, sort: "" })).toEqual({
      q: "端末",
      status: "done",
    });
  });

  it("takes digits that the router read as a number", () => {
    expect(requestSearch({ q: 2021 })).toEqual({ q: "2021" });
  });

  it("does not count the order as a filter", () => {
    expect(isFiltered({ sort: "-title" })).toBe(false);
    expect(isFiltered({ sort: "-title", q: "x" })).toBe(true);
    expect(filtersOf({ q: "x", sort: "-title", from: undefined })).toEqual({ q: "x", sort: "-title" });
  });

  it.each([
    ["the order of the list", undefined, "title", "title"],
    ["ascending", "title", "title", "-title"],
    ["descending", "-title", "title", undefined],
    ["another column", "-title", "status", "status"],
    ["the number, which is the order of the list", undefined, "number", "-number"],
  ])("sorts on from %s", (_, sort, key, next) => {
    expect(nextSort(sort, key)).toBe(next);
  });

  it("reads the order", () => {
    expect(sortingOf("-entered_on")).toEqual({ key: "entered_on", descending: true });
    expect(sortingOf()).toEqual({ key: "number", descending: false });
  });
});

describe("hours", () => {
  it.each([
    ["20.0", 20],
    ["5.5", 5.5],
    ["２０．５", 20.5],
    ["0", 0],
    ["9999.9", 9999.9],
    ["10000", undefined],
    ["1.25", undefined],
    ["-1", undefined],
    ["二十", undefined],
    ["", undefined],
  ])("%s", (written, hours) => {
    expect(parseHours(written)).toBe(hours);
  });
});

describe("cells that may be typed into", () => {
  const request = (...can: WorkRequest["can"]) => ({ can }) as WorkRequest;
  it.each([
    ["the city's column by the city", request("edit_city"), "title", true],
    ["the city's column by the contractor", request("record_result"), "title", false],
    ["the contractor's column by the city", request("edit_city"), "result", false],
    ["the contractor's person before acceptance", request("accept"), "contractor_person", true],
    ["hours before acceptance", request("accept"), "actual_hours", false],
    ["the result in progress", request("record_result", "sign_contractor"), "result", true],
    ["a confirmation by anybody", request("edit_city", "record_result"), "city_confirmed_on", false],
    ["the number by anybody", request("edit_city", "record_result"), "number", false],
    ["anything for a reader", request(), "title", false],
  ])("%s", (_, row, column, editable) => {
    expect(isEditable(row, column)).toBe(editable);
  });
});

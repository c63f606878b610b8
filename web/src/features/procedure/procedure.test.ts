import { describe, expect, it } from "vitest";
import type { StepRecord, StepSheet } from "../../api/types";
import { filtersOf, librarySearch, procedureSearch } from "./procedure.search";
import { linesOf, progressOf, resultOfKey, unitOf } from "./sheet";

const record = (
  id: string,
  step: number,
  device: string | null,
  more: Partial<StepRecord> = {},
): StepRecord => ({
  id,
  version_id: "v",
  step,
  device_id: device,
  result: "done",
  note: "",
  done_by: "試作 次郎",
  done_at: "2026-05-11T01:00:00Z",
  recorded_by: "試作 次郎",
  recorded_at: "2026-05-11T01:00:00Z",
  replaces: null,
  reason: "",
  in_force: true,
  photos: [],
  ...more,
});

const step = (number: number, per_device: boolean) => ({
  number,
  text: `手順${number}`,
  per_device,
  operation_check: false,
  photo: false,
});

const sheet: StepSheet = {
  number: "M26-001",
  title: "更新",
  devices: [
    { id: "d1", number: "T01", kind: "端末", model: "", site: "窓口" },
    { id: "d2", number: "T02", kind: "端末", model: "", site: "窓口" },
  ],
  parts: [
    {
      version_id: "v",
      procedure_id: "p",
      citation: "T26-001 更新手順書 第1版",
      state: "granted",
      steps: [step(1, false), step(2, true), step(3, true)],
    },
  ],
  records: [
    record("r1", 2, "d1", { result: "failed", note: "起動しない", in_force: false }),
    record("r2", 2, "d1", { replaces: "r1", reason: "取り違えた" }),
  ],
  open: [
    { version_id: "v", step: 1, device_id: null, why: "unrecorded" },
    { version_id: "v", step: 3, device_id: "d1", why: "unrecorded" },
    { version_id: "v", step: 2, device_id: "d2", why: "unrecorded" },
    { version_id: "v", step: 3, device_id: "d2", why: "unrecorded" },
  ],
  devices_done: 0,
  can_record: true,
  shut: null,
};

describe("step sheet", () => {
  it("reads the keys of the four results, also in full width", () => {
    const read = (keys: string) => [...keys].map(resultOfKey);
    expect(read("1oO○ｏ１")).toEqual(Array(6).fill("done"));
    expect(read("2t△")).toEqual(Array(3).fill("reservation"));
    expect(read("3x×ｘ")).toEqual(Array(4).fill("failed"));
    expect(read("4-－")).toEqual(Array(3).fill("not_applicable"));
    expect(read("5a 0")).toEqual([undefined, undefined, undefined, undefined]);
    expect(resultOfKey("ArrowDown")).toBeUndefined();
  });

  it("shows the steps of the whole job apart from those of each device", () => {
    expect(linesOf(sheet, undefined).map((line) => line.step.number)).toEqual([1]);
    const first = linesOf(sheet, "d1");
    expect(first.map((line) => line.step.number)).toEqual([2, 3]);
    expect(first[0]?.record?.id).toBe("r2");
    expect(first[0]?.earlier.map(({ id }) => id)).toEqual(["r1"]);
    expect(first[0]?.open).toBeUndefined();
    expect(first[1]?.open?.why).toBe("unrecorded");
  });

  it("counts what is done", () => {
    expect(progressOf(linesOf(sheet, "d1"))).toEqual({ done: 1, all: 2 });
    expect(progressOf(linesOf(sheet, "d2"))).toEqual({ done: 0, all: 2 });
  });

  it("opens with the common steps, or with a device when there are none", () => {
    expect(unitOf(sheet, undefined)).toBeUndefined();
    expect(unitOf(sheet, "d2")).toBe("d2");
    expect(unitOf(sheet, "gone")).toBeUndefined();
    const perDevice = { ...sheet, parts: sheet.parts.map((part) => ({ ...part, steps: [step(2, true)] })) };
    expect(unitOf(perDevice, undefined)).toBe("d1");
  });
});

describe("addresses", () => {
  it("keep what the library is filtered by and drop what is unknown", () => {
    expect(librarySearch({ q: 26, kind: "own", class: "cs", retired: "true", x: "y" })).toEqual({
      q: "26",
      kind: "own",
      class: "cs",
      retired: true,
    });
    expect(librarySearch({ kind: "novel", retired: "no" })).toEqual({});
    expect(filtersOf({})).toEqual({ retired: false });
    expect(filtersOf({ q: "更新", class: "cs", retired: true })).toEqual({ q: "更新", device_class: "cs" });
  });

  it("keep which versions are compared", () => {
    expect(procedureSearch({ version: "v2", against: "v1", whole: true })).toEqual({
      version: "v2",
      against: "v1",
      whole: true,
    });
    expect(procedureSearch({ whole: "maybe" })).toEqual({});
  });
});

import { describe, expect, test } from "vitest";
import type { Repair, RepairStep } from "../../api/types";
import { chainOf } from "./RepairChain";

const step = (act: RepairStep["act"], at: number) => ({ id: `s${at}`, act, on: `2025-12-0${at + 1}` });

const repair = (acts: RepairStep["act"][], more: Partial<Repair> = {}) =>
  ({
    steps: acts.map(step),
    acts: [],
    closed: false,
    drive: true,
    needs_settings: false,
    in_warranty: true,
    ...more,
  }) as unknown as Repair;

const said = (row: Repair) => chainOf(row).map(({ act, on, next }) => `${act}${on ? "!" : next ? "?" : ""}`);

describe("the chain of a repair", () => {
  test("shows what is done and what lies ahead", () => {
    expect(said(repair(["failed", "carried_back"], { acts: ["tested"] }))).toEqual([
      "failed!",
      "carried_back!",
      "tested?",
      "sent_to_maker",
      "returned",
      "erased",
      "rebuilt",
      "made_spare",
    ]);
  });
  test("leaves the maker out when the warranty is over", () => {
    const { steps, ...rest } = repair(["failed", "carried_back"], { in_warranty: false, drive: false });
    expect(said({ steps, ...rest })).toEqual(["failed!", "carried_back!", "tested", "handed_over"]);
    expect(said(repair(["failed"], { in_warranty: false }))).not.toContain("sent_to_maker");
  });
  test("puts the settings that are missing first", () => {
    expect(
      said(repair(["failed"], { needs_settings: true, acts: ["settings_made", "carried_back"] })),
    ).toEqual(expect.arrayContaining(["settings_made?", "carried_back?"]));
  });
  test("ends with the last step when it is closed", () => {
    expect(said(repair(["failed", "disposed"], { closed: true }))).toEqual(["failed!", "disposed!"]);
  });
});

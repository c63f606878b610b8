import { describe, expect, it } from "vitest";
import { type Act, actOf, editActOf, type Key } from "./keyboard";

const key = (name: string, more: Partial<Key> = {}): Key => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});

const extent = { rows: 2000, columns: 20, page: 15 };
const ctrl = { ctrlKey: true };
const shift = { shiftKey: true };
const leave: Act = { kind: "let" };
const move = (row: number, column: number, extend = false): Act => ({
  kind: "move",
  to: { row, column },
  extend,
});

describe("navigation from row 10, column 5", () => {
  it.each<[string, Key, Act]>([
    ["down", key("ArrowDown"), move(11, 5)],
    ["left", key("ArrowLeft"), move(10, 4)],
    ["row start", key("Home"), move(10, 0)],
    ["row end", key("End"), move(10, 19)],
    ["first cell", key("Home", ctrl), move(0, 0)],
    ["last cell", key("End", ctrl), move(1999, 19)],
    ["last row", key("ArrowDown", ctrl), move(1999, 5)],
    ["page down", key("PageDown"), move(25, 5)],
    ["page up stops at the first row", key("PageUp"), move(0, 5)],
    ["range", key("ArrowDown", shift), move(11, 5, true)],
    ["range to the end", key("End", { ...ctrl, ...shift }), move(1999, 19, true)],
    ["select all", key("a", ctrl), { kind: "select_all" }],
    ["Enter opens what cannot be edited", key("Enter"), { kind: "open" }],
    ["F2 does nothing there", key("F2"), leave],
    ["Tab leaves the grid", key("Tab"), leave],
    ["typing stays with the input", key("a"), leave],
    ["find of the browser", key("f", ctrl), leave],
    ["an arrow while composing", key("ArrowDown", { isComposing: true }), leave],
    ["a key the input method has taken", key("ArrowDown", { keyCode: 229 }), leave],
    ["Alt+arrow of the browser", key("ArrowLeft", { altKey: true }), leave],
  ])("%s", (_, pressed, act) => {
    expect(actOf(pressed, { row: 10, column: 5 }, extent, false)).toEqual(act);
  });

  it.each<[string, Key, Act]>([
    ["Enter edits", key("Enter"), { kind: "edit" }],
    ["F2 edits", key("F2"), { kind: "edit" }],
    ["Ctrl+Enter opens the row", key("Enter", ctrl), { kind: "open" }],
  ])("editable: %s", (_, pressed, act) => {
    expect(actOf(pressed, { row: 10, column: 5 }, extent, true)).toEqual(act);
  });
});

describe("the edges", () => {
  it.each<[string, Key, { row: number; column: number }, Act]>([
    [
      "up from the first row is the heading",
      key("ArrowUp"),
      { row: 0, column: 3 },
      { kind: "heading", column: 3 },
    ],
    ["a range does not leave", key("ArrowUp", shift), { row: 0, column: 3 }, move(0, 3, true)],
    ["down at the end", key("ArrowDown"), { row: 1999, column: 3 }, move(1999, 3)],
    ["right at the end", key("ArrowRight"), { row: 4, column: 19 }, move(4, 19)],
    ["page down at the end", key("PageDown"), { row: 1995, column: 3 }, move(1999, 3)],
  ])("%s", (_, pressed, from, act) => {
    expect(actOf(pressed, from, extent, false)).toEqual(act);
  });
});

describe("edit mode", () => {
  it.each([
    ["Enter goes down", key("Enter"), { kind: "commit", rows: 1, columns: 0 }],
    ["Shift+Enter goes up", key("Enter", shift), { kind: "commit", rows: -1, columns: 0 }],
    ["Tab goes right", key("Tab"), { kind: "commit", rows: 0, columns: 1 }],
    ["Shift+Tab goes left", key("Tab", shift), { kind: "commit", rows: 0, columns: -1 }],
    ["Esc gives up", key("Escape"), { kind: "cancel" }],
    ["arrows move the caret", key("ArrowLeft"), { kind: "let" }],
    ["Alt+Enter is a line end", key("Enter", { altKey: true }), { kind: "let" }],
    ["Enter that accepts a candidate", key("Enter", { isComposing: true }), { kind: "let" }],
    ["Enter that accepts a candidate, by code", key("Enter", { keyCode: 229 }), { kind: "let" }],
  ])("%s", (_, pressed, act) => {
    expect(editActOf(pressed)).toEqual(act);
  });
});

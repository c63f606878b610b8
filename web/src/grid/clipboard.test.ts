import { describe, expect, it } from "vitest";
import { placeCells } from "./clipboard";

const at = (row: number, column: number, text: string) => ({ row, column, text });
const cell = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });

describe("where pasted cells go", () => {
  it("starts a block at the active cell", () => {
    const source = [
      ["a", "b"],
      ["c", "d"],
    ];
    expect(placeCells(source, cell(3, 2), 10, 5)).toEqual({
      cells: [at(3, 2, "a"), at(3, 3, "b"), at(4, 2, "c"), at(4, 3, "d")],
      outside: 0,
    });
  });

  it("fills the selection with a single value", () => {
    expect(placeCells([["x"]], { top: 1, bottom: 2, left: 0, right: 1 }, 10, 5).cells).toEqual([
      at(1, 0, "x"),
      at(1, 1, "x"),
      at(2, 0, "x"),
      at(2, 1, "x"),
    ]);
  });

  it("counts what falls off the right and the lower edge", () => {
    expect(
      placeCells(
        [
          ["a", "b"],
          ["c", "d"],
        ],
        cell(9, 4),
        10,
        5,
      ),
    ).toEqual({ cells: [at(9, 4, "a")], outside: 3 });
  });
});

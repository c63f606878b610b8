import type { Cells } from "../lib/tsv";

/** Inclusive corners by index. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface PastedCell {
  row: number;
  column: number;
  text: string;
}

export interface Pasted {
  cells: PastedCell[];
  /** Cells that lie outside the grid and are not pasted. */
  outside: number;
}

/** Where each pasted cell goes: one value fills the whole selection, a block starts at its upper left corner. */
export function placeCells(source: Cells, area: Area, rows: number, columns: number): Pasted {
  const single = source.length === 1 && source[0]?.length === 1 ? source[0][0] : undefined;
  if (single !== undefined) return { cells: filled(single, area), outside: 0 };
  const cells: PastedCell[] = [];
  let outside = 0;
  source.forEach((line, down) => {
    line.forEach((text, across) => {
      const row = area.top + down;
      const column = area.left + across;
      if (row < rows && column < columns) cells.push({ row, column, text });
      else outside += 1;
    });
  });
  return { cells, outside };
}

function filled(text: string, area: Area): PastedCell[] {
  const cells: PastedCell[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) cells.push({ row, column, text });
  }
  return cells;
}

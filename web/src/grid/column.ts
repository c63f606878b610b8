import type { ReactNode } from "react";

/** One column of a ledger. `text` is what is shown, copied and compared on paste. */
export interface GridColumn<Row> {
  key: string;
  title: string;
  /** The heading above the heading. */
  group?: string;
  /** Pixels at the default font size. */
  width: number;
  /** The same on paper, where nothing is cut off and dates must not break. */
  printWidth?: number;
  text: (row: Row) => string;
  render?: (row: Row) => ReactNode;
  /** The text somebody edits, when it is not the one shown. */
  editText?: (row: Row) => string;
  editable?: (row: Row) => boolean;
  /** May hold line ends: Alt+Enter. */
  multiline?: boolean;
  align?: "end";
  sortable?: boolean;
  /** Always shown, and stays at the left edge. Only for the first columns. */
  frozen?: boolean;
}

/** How the active cell is being edited: typed over, or with the caret in its text (F2, double click). */
export type EditMode = "replace" | "caret";

export interface Sorting {
  key: string;
  descending: boolean;
}

export interface CellChange<Row> {
  row: Row;
  column: string;
  text: string;
}

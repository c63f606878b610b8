import type { Import, ImportRow } from "../../api/types";
import { type Message, message } from "../../lib/i18n";
import { importText } from "./import.text";

export type Outcome = ImportRow["outcome"];
export type Filter = Outcome | "all";

/** In the order in which they need a look. */
export const outcomes: readonly Outcome[] = ["refused", "changed", "new", "unchanged"];

export const largest = 20 * 1024 * 1024;

/** What keeps a file from being sent at all. */
export function fileProblem({ name, size }: Pick<File, "name" | "size">): Message | undefined {
  if (!name.toLowerCase().endsWith(".xlsx")) return message(importText, "notXlsx", { name });
  return size > largest ? message(importText, "tooLarge", { name }) : undefined;
}

/** The rows to look at first. */
export const firstFilter = (counts: Import["counts"]): Filter =>
  outcomes.find((outcome) => counts[outcome] > 0) ?? "all";

export const rowsOf = (rows: readonly ImportRow[], filter: Filter): readonly ImportRow[] =>
  filter === "all" ? rows : rows.filter(({ outcome }) => outcome === filter);

/** How many rows of a kind the preview counts but does not bring. */
export function omittedOf(
  { rows, counts, omitted }: Pick<Import, "rows" | "counts" | "omitted">,
  filter: Filter,
): number {
  return filter === "all" ? omitted : counts[filter] - rowsOf(rows, filter).length;
}

export interface ImportLine {
  key: string;
  cell: string;
  label: Message | undefined;
  old: string;
  next: string;
  problem: Message | undefined;
}

/** One line per cell of a row: first why it is refused, then what it would change. */
export function linesOf({ cells, problems }: Pick<ImportRow, "cells" | "problems">): ImportLine[] {
  const inCell = new Map(cells.map((cell) => [cell.cell, cell]));
  const refused = problems.map(({ cell, code, text }, index): ImportLine => {
    const touched = inCell.get(cell);
    return {
      key: `${index} ${cell} ${code}`,
      cell,
      label: touched?.label,
      old: touched?.old ?? "",
      next: touched?.new ?? "",
      problem: text,
    };
  });
  const named = new Set(problems.map(({ cell }) => cell));
  const changed = cells
    .filter(({ cell }) => !named.has(cell))
    .map(
      ({ cell, label, old, new: next }): ImportLine => ({
        key: cell,
        cell,
        label,
        old,
        next,
        problem: undefined,
      }),
    );
  return [...refused, ...changed];
}

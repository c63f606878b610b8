import type { Import, ImportRow } from "../../api/types";
import { type Message, message } from "../../lib/i18n";
import { importText } from "./import.text";

export type Outcome = ImportRow["outcome"];
export type Filter = Outcome | "all";

/** In the order in which they need a look. */
export const outcomes: readonly Outcome[] = ["refused", "changed", "new", "unchanged"];

export const largest = 20 * 1024 * 1024;

/** What keeps a file from being sent at all. */
export function fileProblem(
  { name, size }: Pick<File, "name" | "size">,
  endings: readonly string[] = [".xlsx"],
): Message | undefined {
  if (!endings.some((ending) => name.toLowerCase().endsWith(ending)))
    return message(importText, endings.length > 1 ? "notAList" : "notXlsx", { name });
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

/** A line of the preview: why a cell is refused, what it would change, or what somebody should look at. */
export interface ImportLine {
  key: string;
  cell: string;
  column: string;
  label?: Message;
  old: string;
  next: string;
  problem?: Message;
  notice?: Message;
}

/** Some sentences of the server begin with their cell, which stands in its own column here. */
export const withoutCell = (text: string, cell: string): string =>
  text.startsWith(cell) ? text.slice(cell.length).replace(/^ ?[（(](.*?)[）)]: /, "$1: ") : text;

export function linesOf({
  cells,
  problems,
  notices = [],
}: Pick<ImportRow, "cells" | "problems"> & Partial<Pick<ImportRow, "notices">>): ImportLine[] {
  const refused = problems.map(
    ({ cell, code, text }): ImportLine => ({
      key: `${cell} ${code}`,
      cell,
      column: "",
      old: "",
      next: "",
      problem: { ja: withoutCell(text.ja, cell), en: withoutCell(text.en, cell) },
    }),
  );
  const wrong = new Set(problems.map(({ cell }) => cell));
  const changed = cells
    .filter(({ cell }) => !wrong.has(cell))
    .map(
      ({ cell, column, label, old, new: next }): ImportLine => ({
        key: cell,
        cell,
        column,
        label,
        old,
        next,
      }),
    );
  const noticed = notices.map(
    ({ cell, code, text }): ImportLine => ({
      key: `${cell} ${code}`,
      cell,
      column: "",
      old: "",
      next: "",
      notice: { ja: withoutCell(text.ja, cell), en: withoutCell(text.en, cell) },
    }),
  );
  return [...refused, ...changed, ...noticed];
}

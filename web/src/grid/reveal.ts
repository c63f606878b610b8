import type { GridColumn } from "./column";

/** Scrolls sideways until the column stands clear of the frozen ones and of the right edge. */
export function revealColumn<Row>(
  box: HTMLElement | null,
  columns: readonly GridColumn<Row>[],
  offsets: readonly number[],
  column: number,
  unit: number,
): void {
  const shown = columns[column];
  if (!box || !shown || shown.frozen) return;
  const pixels = unit / 16;
  const left = (offsets[column] ?? 0) * pixels;
  const right = left + shown.width * pixels;
  const frozen = columns.filter((each) => each.frozen).reduce((sum, each) => sum + each.width, 0) * pixels;
  if (left - box.scrollLeft < frozen) box.scrollLeft = left - frozen;
  else if (right - box.scrollLeft > box.clientWidth) box.scrollLeft = right - box.clientWidth;
}

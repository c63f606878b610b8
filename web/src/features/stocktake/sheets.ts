/** A sheet of stickers, in millimetres: how many across and down, how large, and where the first one begins. */
export interface LabelSheet {
  columns: number;
  rows: number;
  width: number;
  height: number;
  left: number;
  top: number;
  gap: number;
}

/** Common A4 sheets of stickers; the first is taken where nothing is chosen. */
export const labelSheets = {
  sheet24: { columns: 3, rows: 8, width: 70, height: 33.9, left: 0, top: 12.9, gap: 0 },
  sheet21: { columns: 3, rows: 7, width: 70, height: 42.3, left: 0, top: 0.45, gap: 0 },
  sheet44: { columns: 4, rows: 11, width: 48.3, height: 25.4, left: 8.4, top: 8.8, gap: 0 },
} as const satisfies Record<string, LabelSheet>;

export type LabelSheetName = keyof typeof labelSheets;

export const sheetNamed = (name: string | undefined): LabelSheetName =>
  name !== undefined && name in labelSheets ? (name as LabelSheetName) : "sheet24";

/** What stands on each sheet, sticker by sticker; the ones that were used already stay empty. */
export function onSheets<Thing>(
  things: readonly Thing[],
  sheet: LabelSheet,
  skip: number,
): (Thing | undefined)[][] {
  const size = sheet.columns * sheet.rows;
  const stickers: (Thing | undefined)[] = [...Array<undefined>(skip % size).fill(undefined), ...things];
  const pages: (Thing | undefined)[][] = [];
  for (let at = 0; at < stickers.length; at += size) pages.push(stickers.slice(at, at + size));
  return things.length === 0 ? [] : pages;
}

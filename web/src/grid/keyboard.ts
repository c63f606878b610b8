/** A place in the grid by index; row -1 is the heading. */
export interface Place {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
  /** Rows that fit on the screen. */
  page: number;
}

export interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/** What a key asks of the grid. `let` leaves it to the browser: typing, Tab, the browser's own shortcuts. */
export type Act =
  | { kind: "let" }
  | { kind: "move"; to: Place; extend: boolean }
  | { kind: "heading"; column: number }
  | { kind: "select_all" }
  | { kind: "edit" }
  | { kind: "open" };

export type EditAct =
  | { kind: "let" }
  | { kind: "cancel" }
  | { kind: "commit"; rows: number; columns: number };

const leave = { kind: "let" } as const;

/** Keys that belong to a composition must reach the input method untouched. */
export const isComposing = (key: Key): boolean => key.isComposing || key.keyCode === 229;

function target(key: Key, from: Place, { rows, columns, page }: Extent): Place | undefined {
  const jump = key.ctrlKey || key.metaKey;
  switch (key.key) {
    case "ArrowUp":
      return { ...from, row: jump ? 0 : from.row - 1 };
    case "ArrowDown":
      return { ...from, row: jump ? rows - 1 : from.row + 1 };
    case "ArrowLeft":
      return { ...from, column: jump ? 0 : from.column - 1 };
    case "ArrowRight":
      return { ...from, column: jump ? columns - 1 : from.column + 1 };
    case "Home":
      return { row: jump ? 0 : from.row, column: 0 };
    case "End":
      return { row: jump ? rows - 1 : from.row, column: columns - 1 };
    case "PageUp":
      return { ...from, row: from.row - page };
    case "PageDown":
      return { ...from, row: from.row + page };
    default:
      return undefined;
  }
}

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** Navigation mode. `from` is the corner that moves: the focus of the range with Shift, else the active cell. */
export function actOf(key: Key, from: Place, extent: Extent, editable: boolean): Act {
  if (isComposing(key) || key.altKey) return leave;
  const jump = key.ctrlKey || key.metaKey;
  if (jump && key.key.toLowerCase() === "a") return { kind: "select_all" };
  if (key.key === "Enter") return editable && !jump ? { kind: "edit" } : { kind: "open" };
  if (key.key === "F2") return editable ? { kind: "edit" } : leave;
  const to = target(key, from, extent);
  if (!to) return leave;
  if (to.row < 0 && key.key === "ArrowUp" && !key.shiftKey) return { kind: "heading", column: from.column };
  const place = { row: within(to.row, extent.rows), column: within(to.column, extent.columns) };
  return { kind: "move", to: place, extend: key.shiftKey };
}

/** Edit mode. Enter goes on downwards and Tab sideways, as in Excel; Alt+Enter is a line end where one is allowed. */
export function editActOf(key: Key): EditAct {
  if (isComposing(key)) return leave;
  const step = key.shiftKey ? -1 : 1;
  if (key.key === "Escape") return { kind: "cancel" };
  if (key.key === "Enter" && !key.altKey) return { kind: "commit", rows: step, columns: 0 };
  if (key.key === "Tab") return { kind: "commit", rows: 0, columns: step };
  return leave;
}

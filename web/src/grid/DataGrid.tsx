import "./grid.css";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { parseTsv, printHtmlTable, printTsv } from "../lib/tsv";
import { type Pasted, placeCells } from "./clipboard";
import type { CellChange, EditMode, GridColumn, Sorting } from "./column";
import { focusHeading, GridHead } from "./GridHead";
import { GridRow, type RowActions } from "./GridRow";
import { actOf, type Place } from "./keyboard";
import { PrintTable } from "./PrintTable";
import { revealColumn } from "./reveal";
import { useGridMouse } from "./use-grid-mouse";
import { useGridTable } from "./use-grid-table";

interface Props<Row> {
  label: string;
  rows: Row[];
  rowId: (row: Row) => string;
  /** How many rows there are in all, when not every one is loaded. */
  total: number;
  columns: readonly GridColumn<Row>[];
  hidden: readonly string[];
  sorting: Sorting | undefined;
  onSort: (key: string) => void;
  onOpen: (row: Row) => void;
  onEdit: (change: CellChange<Row>) => void;
  onPaste: (changes: CellChange<Row>[], outside: number) => void;
  onSelection?: (cells: number) => void;
  pending: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const rowHeightRem = 2.25;
const headHeightRem = 4;
const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The Excel-like list: keyboard, input methods, ranges, clipboard; draws only the rows in view. */
export function DataGrid<Row extends object>(props: Props<Row>) {
  const { rows, rowId, columns, hidden, onOpen, onEdit, onSelection, pending } = props;
  const box = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<EditMode | undefined>();
  const [focused, setFocused] = useState(false);
  const [unit] = useState(rem);
  const height = rowHeightRem * unit;
  const grid = useGridTable({ rows, rowId, columns, hidden });
  const { shown, area, select, count } = grid;
  const active: Place | undefined = grid.active ?? (rows.length > 0 ? { row: 0, column: 0 } : undefined);
  const activeRow = active?.row ?? -1;
  const activeColumn = active?.column ?? -1;

  const offsets = useMemo(() => {
    let left = 0;
    return shown.map(({ width }) => {
      left += width;
      return left - width;
    });
  }, [shown]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 6,
    scrollPaddingStart: headHeightRem * unit,
    // The active row stays mounted, or the focus would fall to the body.
    rangeExtractor: (range: Range) => {
      const visible = defaultRangeExtractor(range);
      return activeRow < 0 || activeRow >= rows.length || visible.includes(activeRow)
        ? visible
        : [...visible, activeRow].sort((a, b) => a - b);
    },
  });

  useLayoutEffect(() => onSelection?.(count), [count, onSelection]);
  useLayoutEffect(() => {
    if (!focused || editing || activeRow < 0) return;
    if (activeColumn >= 0 && !inHead(document.activeElement)) focusActive(box.current);
  }, [focused, editing, activeRow, activeColumn]);

  const reveal = (place: Place) => {
    virtual.scrollToIndex(place.row, { align: "auto" });
    revealColumn(box.current, shown, offsets, place.column, unit);
  };
  const go = (to: Place, from: Place = to) => {
    select(from, to);
    reveal(to);
  };
  const editable = (place: Place): boolean => {
    const row = rows[place.row];
    return row !== undefined && (shown[place.column]?.editable?.(row) ?? false);
  };
  const changeAt = (place: Place, text: string): CellChange<Row>[] => {
    const row = rows[place.row];
    const column = shown[place.column];
    if (!row || !column) return [];
    const before = column.editText?.(row) ?? column.text(row);
    return before === text ? [] : [{ row, column: column.key, text }];
  };

  // The rows are memoized; these actions reach the present state through a reference.
  const state = useRef({ active, changeAt, go, extent: { rows: 0, columns: 0 } });
  state.current = { active, changeAt, go, extent: { rows: rows.length, columns: shown.length } };
  const actions = useMemo<RowActions>(
    () => ({
      begin: () => setEditing("replace"),
      cancel: () => setEditing(undefined),
      commit: (text, down, across) => {
        const { active: place, changeAt: change, go: move, extent } = state.current;
        setEditing(undefined);
        if (!place) return;
        for (const each of change(place, text)) onEdit(each);
        if (down === 0 && across === 0) return;
        move({
          row: Math.max(0, Math.min(extent.rows - 1, place.row + down)),
          column: Math.max(0, Math.min(extent.columns - 1, place.column + across)),
        });
      },
    }),
    [onEdit],
  );

  const keyDown = (event: KeyboardEvent) => {
    if (!active || editing || inHead(event.target)) return;
    const page = Math.max(
      1,
      Math.floor(((box.current?.clientHeight ?? 0) - headHeightRem * unit) / height) - 1,
    );
    const from = event.shiftKey ? (grid.focus ?? active) : active;
    const { nativeEvent } = event;
    const act = actOf(
      nativeEvent,
      from,
      { rows: rows.length, columns: shown.length, page },
      editable(active),
    );
    if (act.kind === "let") return;
    event.preventDefault();
    if (act.kind === "move") go(act.to, act.extend ? active : act.to);
    else if (act.kind === "edit") setEditing("caret");
    else if (act.kind === "heading") focusHeading(box.current, act.column);
    else if (act.kind === "select_all")
      select({ row: 0, column: 0 }, { row: rows.length - 1, column: shown.length - 1 });
    else open(active.row);
  };
  const open = (index: number) => {
    const row = rows[index];
    if (row) onOpen(row);
  };
  const mouse = useGridMouse({
    active,
    editing,
    go,
    select,
    takeFocus: () => setFocused(true),
    beginEdit: () => setEditing("caret"),
    editable,
    open,
  });
  const leaveHead = (column: number) => {
    flushSync(() => go({ row: 0, column }));
    focusActive(box.current);
  };

  const copy = (event: ClipboardEvent) => {
    if (editing || !active) return;
    const { top, left, bottom, right } = area ?? {
      top: active.row,
      bottom: active.row,
      left: active.column,
      right: active.column,
    };
    const cells = rows
      .slice(top, bottom + 1)
      .map((row) => shown.slice(left, right + 1).map((column) => column.text(row)));
    event.preventDefault();
    event.clipboardData.setData("text/plain", printTsv(cells));
    event.clipboardData.setData("text/html", printHtmlTable(cells));
  };
  const paste = (event: ClipboardEvent) => {
    if (editing || !active) return;
    event.preventDefault();
    const target = area ?? { top: active.row, bottom: active.row, left: active.column, right: active.column };
    const source = parseTsv(event.clipboardData.getData("text/plain"));
    deliver(placeCells(source, target, rows.length, shown.length));
  };
  const deliver = ({ cells, outside }: Pasted) => {
    const changes = cells.flatMap(({ text, ...place }) => changeAt(place, text));
    const [only] = changes;
    if (cells.length === 1 && only && active && editable(active)) onEdit(only);
    else props.onPaste(changes, outside);
  };

  return (
    <>
      <PrintTable label={props.label} rows={rows} rowId={rowId} columns={shown} />
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={props.total + 2}
        aria-colcount={shown.length}
        aria-multiselectable
        className="grid"
        data-editing={editing}
        ref={box}
        onKeyDown={keyDown}
        onCopy={copy}
        onCut={copy}
        onPaste={paste}
        onFocus={() => setFocused(true)}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setFocused(false)}
        {...mouse}
      >
        <GridHead
          columns={shown}
          offsets={offsets}
          sorting={props.sorting}
          onSort={props.onSort}
          onLeave={leaveHead}
        />
        <div
          role="rowgroup"
          className="grid-body"
          style={{ height: virtual.getTotalSize(), width: `${width(shown) / 16}rem` }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index] as Row;
            const inArea = area !== undefined && index >= area.top && index <= area.bottom && count > 1;
            return (
              <GridRow
                key={rowId(row)}
                row={row}
                index={index}
                top={start}
                height={height}
                columns={shown}
                offsets={offsets}
                active={index === activeRow ? activeColumn : -1}
                selectedFrom={inArea ? area.left : -1}
                selectedTo={inArea ? area.right : -2}
                editing={index === activeRow ? editing : undefined}
                focused={focused && index === activeRow}
                pending={pending[rowId(row)]}
                actions={actions}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

/** The input of the active cell, or the cell itself where nothing can be typed. */
function focusActive(box: HTMLElement | null): void {
  const cell = box?.querySelector<HTMLElement>(".grid-cell[data-active]");
  if (!cell || cell.contains(document.activeElement)) return;
  (cell.querySelector<HTMLElement>(".grid-input") ?? cell).focus({ preventScroll: true });
}

const inHead = (element: EventTarget | null): boolean =>
  element instanceof Element && element.closest(".grid-head") !== null;

const width = <Row,>(columns: readonly GridColumn<Row>[]): number =>
  columns.reduce((sum, column) => sum + column.width, 0);

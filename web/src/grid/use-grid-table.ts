import {
  cellSelectionFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { Area } from "./clipboard";
import type { GridColumn } from "./column";
import type { Place } from "./keyboard";

const features = tableFeatures({ cellSelectionFeature, columnVisibilityFeature });

interface Options<Row> {
  rows: Row[];
  rowId: (row: Row) => string;
  columns: readonly GridColumn<Row>[];
  hidden: readonly string[];
}

/** Rows, visible columns and the selected range, by index; ids stay inside, so that a selection survives new data. */
export function useGridTable<Row extends object>({ rows, rowId, columns, hidden }: Options<Row>) {
  const definitions = useMemo(
    () => columns.map(({ key }) => ({ id: key, accessorFn: (row: Row) => row })),
    [columns],
  );
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((key) => [key, false])), [hidden]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state: { columnVisibility },
    // A save or a refetch replaces the data; the selection must stay where it is.
    autoResetCellSelection: false,
    enableMultiCellRangeSelection: false,
  });
  const shown = useMemo(() => columns.filter(({ key }) => !hidden.includes(key)), [columns, hidden]);
  const indexById = useMemo(() => new Map(rows.map((row, index) => [rowId(row), index])), [rows, rowId]);
  const range = table.state.cellSelection[0];
  const placeOf = (row: string | undefined, column: string | undefined): Place | undefined => {
    const place = {
      row: indexById.get(row ?? "") ?? -1,
      column: shown.findIndex(({ key }) => key === column),
    };
    return place.row >= 0 && place.column >= 0 ? place : undefined;
  };
  const select = (anchor: Place, focus: Place) => {
    const from = rows[anchor.row];
    const to = rows[focus.row];
    if (!from || !to) return;
    table.selectCellRange({
      anchorRowId: rowId(from),
      anchorColumnId: shown[anchor.column]?.key ?? "",
      focusRowId: rowId(to),
      focusColumnId: shown[focus.column]?.key ?? "",
    });
  };
  const bounds = table.getCellSelectionBounds()[0];
  const area: Area | undefined = bounds && {
    top: bounds.minRowIndex,
    left: bounds.minColumnIndex,
    bottom: bounds.maxRowIndex,
    right: bounds.maxColumnIndex,
  };
  return {
    shown,
    area,
    active: placeOf(range?.anchorRowId, range?.anchorColumnId),
    focus: placeOf(range?.focusRowId, range?.focusColumnId),
    count: table.getSelectedCellCount(),
    select,
    clear: () => table.resetCellSelection(true),
  };
}

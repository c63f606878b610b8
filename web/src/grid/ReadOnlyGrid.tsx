import type { ReactNode } from "react";
import { useText } from "../lib/i18n";
import type { GridColumn, Sorting } from "./column";
import { DataGrid } from "./DataGrid";
import { gridText } from "./grid.text";

interface Props<Row> {
  label: string;
  rows: Row[];
  /** How many rows there are in all, when not every one is loaded. */
  total?: number;
  columns: readonly GridColumn<Row>[];
  hidden?: readonly string[];
  sorting?: Sorting | undefined;
  onSort?: (key: string) => void;
  onOpen: (row: Row) => void;
  /** What stands in the place of a grid without rows. */
  empty: ReactNode;
  /** Said below it: how many rows are shown. */
  status: ReactNode;
}

const rowId = ({ id }: { id: string }): string => id;
const none: readonly string[] = [];
const nothing = {};
const ignore = () => undefined;

/** Rows that are looked at and opened, not typed into, with the line below that says how many they are. */
export function ReadOnlyGrid<Row extends { id: string }>({ empty, status, ...props }: Props<Row>) {
  const t = useText(gridText);
  const { rows, total = rows.length, hidden = none, sorting, onSort = ignore } = props;
  return (
    <>
      {rows.length === 0 ? (
        empty
      ) : (
        <DataGrid
          label={props.label}
          rows={rows}
          rowId={rowId}
          total={total}
          columns={props.columns}
          hidden={hidden}
          sorting={sorting}
          onSort={onSort}
          onOpen={props.onOpen}
          onEdit={ignore}
          onPaste={ignore}
          pending={nothing}
        />
      )}
      <div className="grid-status no-print">
        <p role="status">{status}</p>
        <p>{t("keysReadOnly")}</p>
      </div>
    </>
  );
}

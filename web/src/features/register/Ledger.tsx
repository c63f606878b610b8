import type { GridColumn } from "../../grid/column";
import { DataGrid } from "../../grid/DataGrid";
import { gridText } from "../../grid/grid.text";
import { count } from "../../lib/count";
import { message, useText } from "../../lib/i18n";
import { Empty } from "../../ui/Page";
import { registerText } from "./register.text";

interface Props<Row> {
  label: string;
  rows: Row[];
  complete: boolean;
  columns: readonly GridColumn<Row>[];
  onOpen: (row: Row) => void;
}

const rowId = ({ id }: { id: string }): string => id;
const none: readonly string[] = [];
const nothing = {};
const ignore = () => undefined;

/** Rows of a register in the grid, read only: rows change by what is recorded about them. */
export function Ledger<Row extends { id: string }>({ label, rows, complete, columns, onOpen }: Props<Row>) {
  const t = useText(registerText);
  const grid = useText(gridText);
  return (
    <div className="register-ledger">
      {rows.length === 0 ? (
        <Empty text={message(registerText, "empty")} />
      ) : (
        <DataGrid
          label={label}
          rows={rows}
          rowId={rowId}
          total={rows.length}
          columns={columns}
          hidden={none}
          sorting={undefined}
          onSort={ignore}
          onOpen={onOpen}
          onEdit={ignore}
          onPaste={ignore}
          pending={nothing}
        />
      )}
      <div className="grid-status no-print">
        <p role="status">{complete ? t("shown", { count: count(rows.length) }) : t("more")}</p>
        <p>{grid("keysReadOnly")}</p>
      </div>
    </div>
  );
}

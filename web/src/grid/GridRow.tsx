import { memo } from "react";
import { CellInput } from "./CellInput";
import type { EditMode, GridColumn } from "./column";

export interface RowActions {
  begin: () => void;
  commit: (text: string, rows: number, columns: number) => void;
  cancel: () => void;
}

interface Props<Row> {
  row: Row;
  index: number;
  top: number;
  height: number;
  columns: readonly GridColumn<Row>[];
  offsets: readonly number[];
  /** Index of the active column, -1 when the active cell is in another row. */
  active: number;
  selectedFrom: number;
  selectedTo: number;
  editing: EditMode | undefined;
  focused: boolean;
  /** Texts on their way to the server, by column key. */
  pending: Readonly<Record<string, string>> | undefined;
  actions: RowActions;
}

function Row<R>({
  row,
  index,
  top,
  height,
  columns,
  offsets,
  active,
  selectedFrom,
  selectedTo,
  ...rest
}: Props<R>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 3}
      className="grid-row"
      data-active={active >= 0 || undefined}
      data-odd={index % 2 === 1 || undefined}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {columns.map((column, at) => (
        <Cell
          key={column.key}
          row={row}
          column={column}
          at={at}
          left={offsets[at] ?? 0}
          active={at === active}
          selected={at >= selectedFrom && at <= selectedTo}
          {...rest}
        />
      ))}
    </div>
  );
}

export const GridRow = memo(Row) as typeof Row;

interface CellProps<R> extends Pick<Props<R>, "row" | "editing" | "focused" | "pending" | "actions"> {
  column: GridColumn<R>;
  at: number;
  left: number;
  active: boolean;
  selected: boolean;
}

function Cell<R>({
  row,
  column,
  at,
  left,
  active,
  selected,
  editing,
  focused,
  pending,
  actions,
}: CellProps<R>) {
  const editable = column.editable?.(row) ?? false;
  const waiting = pending?.[column.key];
  const shown = waiting ?? column.text(row);
  const input = active && editable && waiting === undefined;
  return (
    <div
      role="gridcell"
      aria-colindex={at + 1}
      aria-selected={selected || active}
      aria-readonly={!editable}
      className="grid-cell"
      data-column={at}
      data-active={active || undefined}
      data-selected={selected || undefined}
      data-editable={editable || undefined}
      data-pending={waiting !== undefined || undefined}
      data-align={column.align}
      data-frozen={column.frozen}
      tabIndex={active && !input ? 0 : -1}
      style={{ width: `${column.width / 16}rem`, left: column.frozen ? `${left / 16}rem` : undefined }}
      title={shown.length > column.width / 14 ? shown : undefined}
    >
      {input ? (
        <CellInput
          label={column.title}
          text={column.editText?.(row) ?? shown}
          multiline={column.multiline ?? false}
          editing={editing}
          focused={focused}
          onBegin={actions.begin}
          onCommit={actions.commit}
          onCancel={actions.cancel}
        />
      ) : (
        <span className="grid-text">{waiting ?? column.render?.(row) ?? shown}</span>
      )}
    </div>
  );
}

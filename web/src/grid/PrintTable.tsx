import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { GridColumn } from "./column";

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly GridColumn<Row>[];
}

/** All loaded rows as a plain table, only while the browser prints: the grid itself draws no more than fits the screen. */
export function PrintTable<Row>({ label, rows, rowId, columns }: Props<Row>) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  if (!printing) return null;
  const share = ({ width, printWidth = width }: GridColumn<Row>) => printWidth;
  const whole = columns.reduce((sum, column) => sum + share(column), 0);
  return (
    <table className="print-table">
      <caption className="visually-hidden">{label}</caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} style={{ width: `${(share(column) / whole) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)}>
            {columns.map((column) => (
              <td key={column.key}>{column.text(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

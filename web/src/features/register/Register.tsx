import { Link, type LinkProps, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { problemOf } from "../../api/problem";
import type { GridColumn } from "../../grid/column";
import { ReadOnlyGrid } from "../../grid/ReadOnlyGrid";
import { count } from "../../lib/count";
import { message, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Empty, Loading } from "../../ui/Page";
import { type pagesQuery, type RegisterKind, rowPage, useRows } from "./register.queries";
import { registerText } from "./register.text";

interface Props<Row> {
  contract: string;
  kind: RegisterKind;
  label: string;
  query: ReturnType<typeof pagesQuery<Row>>;
  columns: readonly GridColumn<Row>[];
}

/** The rows of a register that a query finds; rows change by what is recorded about them, on their pages. */
export function Register<Row extends { id: string }>({ contract, kind, label, query, columns }: Props<Row>) {
  const t = useText(registerText);
  const navigate = useNavigate();
  const { rows, complete, list } = useRows(query);
  const open = useCallback(
    ({ id }: Row) => void navigate({ to: rowPage(contract, kind, id) } as LinkProps),
    [navigate, contract, kind],
  );
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  return (
    <ReadOnlyGrid
      label={label}
      rows={rows}
      columns={columns}
      onOpen={open}
      empty={<Empty text={message(registerText, "empty")} />}
      status={complete ? t("shown", { count: count(rows.length) }) : t("more")}
    />
  );
}

/** The first column of a register: by what people know a row, leading to its page. */
export const nameColumn = <Row extends { id: string }>(
  contract: string,
  kind: RegisterKind,
  column: Pick<GridColumn<Row>, "key" | "title" | "text">,
): GridColumn<Row> => ({
  ...column,
  width: 110,
  frozen: true,
  render: (row) => (
    <Link {...({ to: rowPage(contract, kind, row.id) } as LinkProps)}>{column.text(row)}</Link>
  ),
});

import "./request.css";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { useMay } from "../../api/session";
import type { Contract, WorkRequest } from "../../api/types";
import { ColumnChooser } from "../../grid/ColumnChooser";
import { DataGrid } from "../../grid/DataGrid";
import { gridText } from "../../grid/grid.text";
import { PastePreview } from "../../grid/PastePreview";
import { useHiddenColumns } from "../../grid/use-hidden-columns";
import { message, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Disclosure } from "../../ui/Disclosure";
import { Empty, Loading, Page } from "../../ui/Page";
import { uiText } from "../../ui/ui.text";
import { RequestFilters } from "./RequestFilters";
import { exportUrl, useRequestList } from "./request.queries";
import { filtersOf, isFiltered, nextSort, type RequestSearch, sortingOf } from "./request.search";
import { requestText } from "./request.text";
import { useRequestColumns } from "./request-columns";
import { useCellEdits, usePaste } from "./use-cell-edits";

const rowId = ({ id }: WorkRequest): string => id;

export default function RequestListPage() {
  const t = useText(requestText);
  const contract = useContract();
  const may = useMay(contract.id);
  const search = useSearch({ from: "/inside/contracts/$contract/requests" });
  const navigate = useNavigate({ from: "/contracts/$contract/requests" });
  const change = useCallback(
    (part: RequestSearch) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true }),
    [navigate],
  );
  return (
    <Page
      title={t("listTitle")}
      actions={
        <>
          {may("export_work_request") && <Exports contract={contract} search={search} />}
          {may("write_work_request") && (
            <Link
              {...buttonLook("solid", "sm")}
              to="/contracts/$contract/requests/new"
              params={{ contract: contract.id }}
            >
              {t("new")}
            </Link>
          )}
        </>
      }
    >
      <div className="ledger">
        <RequestFilters
          contract={contract}
          search={search}
          onChange={change}
          onClear={() => void navigate({ search: { sort: search.sort }, replace: true })}
        />
        <Ledger
          contract={contract}
          search={search}
          onSort={(key) => change({ sort: nextSort(search.sort, key) })}
        />
      </div>
    </Page>
  );
}

function Exports({ contract, search }: { contract: Contract; search: RequestSearch }) {
  const t = useText(requestText);
  const filters = filtersOf(search);
  return (
    <Disclosure label={t("export")}>
      {() => (
        <ul className="export-list">
          <li>
            <a href={exportUrl(contract.id, "specimen", "xlsx", filters)}>{t("exportSpecimen")}</a>
          </li>
          <li>
            <a href={exportUrl(contract.id, "flat", "xlsx", filters)}>{t("exportFlat")}</a>
          </li>
          <li>
            <a href={exportUrl(contract.id, "flat", "csv", filters)}>{t("exportCsv")}</a>
          </li>
        </ul>
      )}
    </Disclosure>
  );
}

function Ledger({
  contract,
  search,
  onSort,
}: {
  contract: Contract;
  search: RequestSearch;
  onSort: (key: string) => void;
}) {
  const t = useText(requestText);
  const grid = useText(gridText);
  const ui = useText(uiText);
  const navigate = useNavigate();
  const { list, rows, total, complete, loading } = useRequestList(
    contract.id,
    useMemo(() => filtersOf(search), [search]),
  );
  const columns = useRequestColumns(contract, rows);
  const [hidden, setHidden] = useHiddenColumns("requests");
  const [selected, setSelected] = useState(0);
  const { pending, edit } = useCellEdits(contract);
  const { paste, saving, check, save, close } = usePaste(contract);
  const open = useCallback(
    ({ id }: WorkRequest) =>
      void navigate({
        to: "/contracts/$contract/requests/$request",
        params: { contract: contract.id, request: id },
      }),
    [navigate, contract.id],
  );
  if (list.isPending) return <Loading />;
  if (list.isError && rows.length === 0) {
    return (
      <ProblemBanner
        problem={problemOf(list.error)}
        actions={<Button onClick={() => list.refetch()}>{ui("retry")}</Button>}
      />
    );
  }
  const count = complete
    ? t("shown", { shown: rows.length })
    : loading
      ? t("loadingRows", { shown: rows.length, total })
      : t("bound", { shown: rows.length });
  return (
    <>
      {rows.length === 0 ? (
        <Empty text={message(requestText, isFiltered(search) ? "emptyFiltered" : "empty")} />
      ) : (
        <DataGrid
          label={t("listTitle")}
          rows={rows}
          rowId={rowId}
          total={total}
          columns={columns}
          hidden={hidden}
          sorting={sortingOf(search.sort)}
          onSort={onSort}
          onOpen={open}
          onEdit={edit}
          onPaste={check}
          onSelection={setSelected}
          pending={pending}
        />
      )}
      <div className="grid-status no-print">
        <p role="status">
          {count} {selected > 1 && grid("selected", { count: selected })}
        </p>
        <p>{grid("keys")}</p>
        <ColumnChooser columns={columns} hidden={hidden} onChange={setHidden} />
      </div>
      {paste && (
        <PastePreview
          cells={paste.cells}
          outside={paste.outside}
          busy={saving}
          onSave={save}
          onClose={close}
        />
      )}
    </>
  );
}

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
import { count } from "../../lib/count";
import { message, useSay, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Disclosure } from "../../ui/Disclosure";
import { Empty, Loading, Page } from "../../ui/Page";
import { uiText } from "../../ui/ui.text";
import { RequestFilters } from "./RequestFilters";
import { exportUrl, useRequestList } from "./request.queries";
import { filtersOf, isFiltered, nextSort, type RequestSearch, sortingOf } from "./request.search";
import { requestText } from "./request.text";
import { useColumnTitles, useRequestColumns } from "./request-columns";
import { useCellEdits, usePaste } from "./use-cell-edits";

const rowId = ({ id }: WorkRequest): string => id;

export default function RequestListPage() {
  const t = useText(requestText);
  const contract = useContract();
  const may = useMay(contract.id);
  const search = useSearch({ from: "/inside/contracts/$contract/requests" });
  const navigate = useNavigate({ from: "/contracts/$contract/requests" });
  const [hidden, setHidden] = useHiddenColumns("requests");
  const change = useCallback(
    (part: RequestSearch) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true }),
    [navigate],
  );
  return (
    <Page
      title={t("listTitle")}
      actions={
        <>
          <ColumnChooser columns={useColumnTitles(contract)} hidden={hidden} onChange={setHidden} />
          {may("export_work_request") && <Exports contract={contract} search={search} />}
          {may("import_work_request") && (
            <Link
              {...buttonLook("outline", "sm")}
              to="/contracts/$contract/requests/import"
              params={{ contract: contract.id }}
            >
              {t("import")}
            </Link>
          )}
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
          hidden={hidden}
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
    <Disclosure end label={t("export")}>
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

interface LedgerProps {
  contract: Contract;
  search: RequestSearch;
  hidden: readonly string[];
  onSort: (key: string) => void;
}

function Ledger({ contract, search, hidden, onSort }: LedgerProps) {
  const t = useText(requestText);
  const grid = useText(gridText);
  const ui = useText(uiText);
  const say = useSay();
  const navigate = useNavigate();
  const { list, rows, total, complete, loading } = useRequestList(
    contract.id,
    useMemo(() => filtersOf(search), [search]),
  );
  const columns = useRequestColumns(contract, rows);
  const [selected, setSelected] = useState(0);
  const { pending, saved, edit } = useCellEdits(contract);
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
  const shown = count(rows.length);
  const state = complete
    ? t("shown", { shown })
    : loading
      ? t("loadingRows", { shown, total: count(total) })
      : t("bound", { shown, total: count(total) });
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
          {state} {selected > 1 && grid("selected", { count: count(selected) })} {saved && say(saved)}
        </p>
        <p>{grid("keys")}</p>
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

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { sitesQuery, useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { Approval } from "../../api/types";
import { DataGrid } from "../../grid/DataGrid";
import { gridText } from "../../grid/grid.text";
import { count } from "../../lib/count";
import { message, useSay, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Empty, Loading } from "../../ui/Page";
import { useTyped } from "../../ui/SearchField";
import { ApprovalFrame } from "./ApprovalFrame";
import { exportUrl, formQuery, listQuery } from "./approval.queries";
import { filtersOf, isFiltered, nextSort, type RegisterSearch, sortingOf } from "./approval.search";
import { approvalText, stateText } from "./approval.text";
import { useApprovalColumns } from "./approval-columns";

const states = ["asked", "granted", "refused", "withdrawn", "voided"] as const;
const rowId = ({ id }: Approval): string => id;
const nothing = () => undefined;
const unchanged = {};

/** 許可台帳: everything that was ever applied for, with what is in force and what ends soon. */
export default function RegisterPage() {
  const t = useText(approvalText);
  const contract = useContractId();
  const search = useSearch({ from: "/inside/contracts/$contract/approvals/register" });
  const navigate = useNavigate({ from: "/contracts/$contract/approvals/register" });
  const change = useCallback(
    (part: RegisterSearch) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true }),
    [navigate],
  );
  return (
    <ApprovalFrame
      part="register"
      actions={
        <a {...buttonLook("outline", "sm")} href={exportUrl(contract, filtersOf(search))}>
          {t("export")}
        </a>
      }
    >
      <div className="approval-ledger">
        <Filters
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
    </ApprovalFrame>
  );
}

interface FilterProps {
  contract: string;
  search: RegisterSearch;
  onChange: (change: RegisterSearch) => void;
  onClear: () => void;
}

function Filters({ contract, search, onChange, onClear }: FilterProps) {
  const t = useText(approvalText);
  const state = useText(stateText);
  const say = useSay();
  const kinds = useQuery(formQuery(contract)).data?.kinds ?? [];
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  return (
    <search className="approval-filters no-print">
      <Typed label={t("search")} wide value={search.q ?? ""} onChange={(q) => onChange({ q })} />
      <Choice
        label={t("state")}
        value={search.state}
        options={states.map((value) => ({ value, label: state(value) }))}
        onChange={(value) => onChange({ state: value })}
      />
      <Choice
        label={t("kind")}
        value={search.kind}
        options={kinds.map(({ id, label }) => ({ value: id, label: say(label) }))}
        onChange={(kind) => onChange({ kind })}
      />
      {sites.length > 0 && (
        <Choice
          label={t("site")}
          value={search.site}
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(site) => onChange({ site })}
        />
      )}
      <Typed label={t("on")} hint={t("onHint")} value={search.on ?? ""} onChange={(on) => onChange({ on })} />
      {isFiltered(search) && (
        <Button size="sm" look="text" onClick={onClear}>
          {t("clear")}
        </Button>
      )}
    </search>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const t = useText(approvalText);
  return (
    <label>
      <span>{label}</span>
      <select
        className="control"
        data-size="sm"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        <option value="">{t("all")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TypedProps {
  label: string;
  hint?: string;
  wide?: boolean;
  value: string;
  onChange: (value: string | undefined) => void;
}

function Typed({ label, hint, wide, value, onChange }: TypedProps) {
  return (
    <label data-wide={wide}>
      <span>
        {label} {hint && <small>{hint}</small>}
      </span>
      <input
        {...useTyped(value, (typed) => onChange(typed || undefined))}
        type="search"
        className="control"
        data-size="sm"
        data-shortcut={wide ? "/" : undefined}
        autoComplete="off"
      />
    </label>
  );
}

function Ledger({
  contract,
  search,
  onSort,
}: {
  contract: string;
  search: RegisterSearch;
  onSort: (key: string) => void;
}) {
  const t = useText(approvalText);
  const grid = useText(gridText);
  const navigate = useNavigate();
  const filters = useMemo(() => filtersOf(search), [search]);
  const list = useInfiniteQuery({
    ...listQuery(contract, filters),
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const columns = useApprovalColumns(contract);
  const open = useCallback(
    ({ id }: Approval) =>
      void navigate({
        to: "/contracts/$contract/approvals/$approval",
        params: { contract, approval: id },
      }),
    [navigate, contract],
  );
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  if (rows.length === 0)
    return <Empty text={message(approvalText, isFiltered(search) ? "emptyFiltered" : "empty")} />;
  const total = list.data.pages[0]?.total ?? rows.length;
  const shown = count(rows.length);
  return (
    <>
      <DataGrid
        label={t("register")}
        rows={rows}
        rowId={rowId}
        total={total}
        columns={columns}
        hidden={[]}
        sorting={sortingOf(search.sort)}
        onSort={onSort}
        onOpen={open}
        onEdit={nothing}
        onPaste={nothing}
        pending={unchanged}
      />
      <div className="grid-status no-print">
        <p role="status">
          {list.hasNextPage ? t("shownOf", { shown, total: count(total) }) : t("shown", { shown })}{" "}
          {list.hasNextPage && (
            <Button size="sm" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
              {t("more")}
            </Button>
          )}
        </p>
        <p>{grid("keysReadOnly")}</p>
      </div>
    </>
  );
}

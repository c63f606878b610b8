import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { sitesQuery, useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { Approval } from "../../api/types";
import { ReadOnlyGrid } from "../../grid/ReadOnlyGrid";
import { count } from "../../lib/count";
import { message, useSay, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Empty, Loading } from "../../ui/Page";
import { FilterSelect, SearchField, TypedFilter } from "../../ui/SearchField";
import { ApprovalFrame } from "./ApprovalFrame";
import { exportUrl, formQuery, listQuery } from "./approval.queries";
import { filtersOf, isFiltered, nextSort, type RegisterSearch, sortingOf } from "./approval.search";
import { approvalText, stateText } from "./approval.text";
import { useApprovalColumns } from "./approval-columns";

const states = ["asked", "granted", "refused", "withdrawn", "voided"] as const;

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
      <div className="ledger">
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
  const all = { value: "", label: t("all") };
  return (
    <search className="filters no-print">
      <SearchField
        label={t("search")}
        value={search.q ?? ""}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <FilterSelect
        label={t("state")}
        value={search.state ?? ""}
        options={[all, ...states.map((value) => ({ value, label: state(value) }))]}
        onChange={(value) => onChange({ state: value || undefined })}
      />
      <FilterSelect
        label={t("kind")}
        value={search.kind ?? ""}
        options={[all, ...kinds.map(({ id, label }) => ({ value: id, label: say(label) }))]}
        onChange={(value) => onChange({ kind: value || undefined })}
      />
      {sites.length > 0 && (
        <FilterSelect
          label={t("site")}
          value={search.site ?? ""}
          options={[all, ...sites.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(value) => onChange({ site: value || undefined })}
        />
      )}
      <TypedFilter
        label={t("on")}
        hint={t("onHint")}
        value={search.on ?? ""}
        onChange={(on) => onChange({ on: on || undefined })}
      />
      {isFiltered(search) && (
        <Button size="sm" look="text" onClick={onClear}>
          {t("clear")}
        </Button>
      )}
    </search>
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
  const total = list.data.pages[0]?.total ?? rows.length;
  const shown = count(rows.length);
  return (
    <ReadOnlyGrid
      label={t("register")}
      rows={rows}
      total={total}
      columns={columns}
      sorting={sortingOf(search.sort)}
      onSort={onSort}
      onOpen={open}
      empty={<Empty text={message(approvalText, isFiltered(search) ? "emptyFiltered" : "empty")} />}
      status={
        <>
          {list.hasNextPage ? t("shownOf", { shown, total: count(total) }) : t("shown", { shown })}{" "}
          {list.hasNextPage && (
            <Button size="sm" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
              {t("more")}
            </Button>
          )}
        </>
      }
    />
  );
}

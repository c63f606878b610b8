import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { useMay } from "../../api/session";
import type { Contract, Question } from "../../api/types";
import { ColumnChooser } from "../../grid/ColumnChooser";
import { ReadOnlyGrid } from "../../grid/ReadOnlyGrid";
import { nextSort, sortingOf } from "../../grid/sorting";
import { useHiddenColumns } from "../../grid/use-hidden-columns";
import { count } from "../../lib/count";
import { message, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Empty, Loading, Page } from "../../ui/Page";
import { uiText } from "../../ui/ui.text";
import { QuestionFilters } from "./QuestionFilters";
import { exportUrl, useQuestionList } from "./question.queries";
import { filtersOf, isFiltered, type QuestionSearch, usualOrder } from "./question.search";
import { questionText } from "./question.text";
import { useColumnTitles, useQuestionColumns } from "./question-columns";

export default function QuestionListPage() {
  const t = useText(questionText);
  const contract = useContract();
  const may = useMay(contract.id);
  const search = useSearch({ from: "/inside/contracts/$contract/questions" });
  const navigate = useNavigate({ from: "/contracts/$contract/questions" });
  const [hidden, setHidden] = useHiddenColumns("questions");
  const change = useCallback(
    (part: QuestionSearch) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true }),
    [navigate],
  );
  return (
    <Page
      title={t("listTitle")}
      actions={
        <>
          <ColumnChooser columns={useColumnTitles()} hidden={hidden} onChange={setHidden} />
          {may("export_work_request") && (
            <a {...buttonLook("outline", "sm")} href={exportUrl(contract.id, filtersOf(search))}>
              {t("export")}
            </a>
          )}
          {may("import_work_request") && (
            <Link
              {...buttonLook("outline", "sm")}
              to="/contracts/$contract/questions/import"
              params={{ contract: contract.id }}
            >
              {t("import")}
            </Link>
          )}
          {may("ask_question") && (
            <Link
              {...buttonLook("solid", "sm")}
              to="/contracts/$contract/questions/new"
              params={{ contract: contract.id }}
              search={search.request ? { request: search.request } : {}}
            >
              {t("new")}
            </Link>
          )}
        </>
      }
    >
      <div className="ledger">
        <QuestionFilters
          search={search}
          onChange={change}
          onClear={() => void navigate({ search: { sort: search.sort }, replace: true })}
        />
        <Ledger
          contract={contract}
          search={search}
          hidden={hidden}
          onSort={(key) => change({ sort: nextSort(search.sort, key, usualOrder) })}
        />
      </div>
    </Page>
  );
}

interface LedgerProps {
  contract: Contract;
  search: QuestionSearch;
  hidden: readonly string[];
  onSort: (key: string) => void;
}

function Ledger({ contract, search, hidden, onSort }: LedgerProps) {
  const t = useText(questionText);
  const ui = useText(uiText);
  const navigate = useNavigate();
  const columns = useQuestionColumns(contract);
  const { list, rows, total, complete, loading } = useQuestionList(
    contract.id,
    useMemo(() => filtersOf(search), [search]),
  );
  const open = useCallback(
    ({ id }: Question) =>
      void navigate({
        to: "/contracts/$contract/questions/$question",
        params: { contract: contract.id, question: id },
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
  const bounded = { shown, total: count(total) };
  return (
    <ReadOnlyGrid
      label={t("listTitle")}
      rows={rows}
      total={total}
      columns={columns}
      hidden={hidden}
      sorting={sortingOf(search.sort, usualOrder)}
      onSort={onSort}
      onOpen={open}
      empty={<Empty text={message(questionText, isFiltered(search) ? "emptyFiltered" : "empty")} />}
      status={complete ? t("shown", { shown }) : t(loading ? "loadingRows" : "bound", bounded)}
    />
  );
}

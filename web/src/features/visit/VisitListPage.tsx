import "./visit.css";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { useMay } from "../../api/session";
import { useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Block, Loading, Page } from "../../ui/Page";
import { TypedFilter } from "../../ui/SearchField";
import { PlanDialog } from "./plan-dialogs";
import { PeriodFilter, SiteFilter } from "./SiteAndPeriod";
import { VisitParts } from "./VisitParts";
import { VisitTable } from "./VisitTable";
import { openVisitsQuery, pastVisitsQuery, visitsExport } from "./visit.queries";
import type { VisitSearch } from "./visit.search";
import { visitText } from "./visit.text";

/** What is planned and under way, above what was. */
export default function VisitListPage() {
  const t = useText(visitText);
  const contract = useContractId();
  const may = useMay(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/visits" });
  const navigate = useNavigate({ from: "/contracts/$contract/visits" });
  const change = (part: VisitSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const shared = { contract, search };
  return (
    <Page
      title={t("title")}
      actions={
        <>
          {may("record_visit") && (
            <Button look="solid" onClick={() => change({ plan: "new" })}>
              {t("plan")}
            </Button>
          )}
          <a {...buttonLook("outline")} href={visitsExport(contract, search)}>
            {t("export")}
          </a>
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <VisitParts contract={contract} />
      <div className="stack">
        <p className="quiet no-print">{t("about")}</p>
        <Filters {...shared} change={change} />
        <Visits {...shared} shown="open" />
        <Visits {...shared} shown="past" />
      </div>
      {search.plan && may("record_visit") && (
        <PlanDialog
          {...shared}
          onClose={() => change({ plan: undefined, incident: undefined, request: undefined })}
        />
      )}
    </Page>
  );
}

interface Props {
  contract: string;
  search: VisitSearch;
}

function Filters({ contract, search, change }: Props & { change: (part: VisitSearch) => void }) {
  const t = useText(visitText);
  return (
    <search className="filters no-print">
      <SiteFilter contract={contract} value={search.site} onChange={(site) => change({ site })} />
      <TypedFilter
        label={t("worker")}
        hint={t("workerHint")}
        value={search.worker ?? ""}
        onChange={(worker) => change({ worker: worker || undefined })}
      />
      <PeriodFilter from={search.from} until={search.until} onChange={change} />
      {(search.incident || search.request) && !search.plan && (
        <p>
          {t("onlyOf")}{" "}
          <Link to="/contracts/$contract/visits" params={{ contract }}>
            {t("showAll")}
          </Link>
        </p>
      )}
    </search>
  );
}

function Visits({ contract, search, shown }: Props & { shown: "open" | "past" }) {
  const t = useText(visitText);
  const query = shown === "open" ? openVisitsQuery(contract, search) : pastVisitsQuery(contract, search);
  const list = useInfiniteQuery({ ...query, placeholderData: (before) => before });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  const visits = list.data.pages.flatMap(({ items }) => items);
  return (
    <Block title={t(shown)}>
      {visits.length === 0 ? (
        <p className="quiet">{t(shown === "open" ? "noOpen" : "noPast")}</p>
      ) : (
        <VisitTable contract={contract} caption={t(shown)} visits={visits} />
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Block>
  );
}

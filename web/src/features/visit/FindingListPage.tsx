import "./visit.css";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { VisitFinding } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Check } from "../../ui/Field";
import { Block, Loading, Page } from "../../ui/Page";
import { FilterSelect } from "../../ui/SearchField";
import { Table } from "../../ui/Table";
import { FindingStateChip } from "./FindingState";
import { findingsExport, findingsQuery } from "./finding.queries";
import { type FindingSearch, findingKinds } from "./finding.search";
import { findingText } from "./finding.text";
import { PeriodFilter, SiteFilter } from "./SiteAndPeriod";
import { VisitParts } from "./VisitParts";

/** What was found on visits and is not closed, the oldest first; everything where that is asked for. */
export default function FindingListPage() {
  const t = useText(findingText);
  const { id: contract, title } = useContract();
  const search = useSearch({ from: "/inside/contracts/$contract/visits/findings" });
  const navigate = useNavigate({ from: "/contracts/$contract/visits/findings" });
  const change = (part: FindingSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <a {...buttonLook("outline")} href={findingsExport(contract, search)}>
            {t("export")}
          </a>
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <p className="print-only">{title}</p>
      <VisitParts contract={contract} />
      <div className="stack">
        <p className="quiet no-print">{t("about")}</p>
        <Filters contract={contract} search={search} change={change} />
        <List contract={contract} search={search} />
      </div>
    </Page>
  );
}

interface Props {
  contract: string;
  search: FindingSearch;
}

function Filters({ contract, search, change }: Props & { change: (part: FindingSearch) => void }) {
  const t = useText(findingText);
  return (
    <search className="filters no-print">
      <FilterSelect
        label={t("kind")}
        value={search.kind ?? ""}
        options={[
          { value: "", label: t("all") },
          ...findingKinds.map((value) => ({ value, label: t(value) })),
        ]}
        onChange={(kind) => change({ kind: findingKinds.find((each) => each === kind) })}
      />
      <SiteFilter contract={contract} value={search.site} onChange={(site) => change({ site })} />
      <PeriodFilter from={search.from} until={search.until} onChange={change} />
      <Check
        label={t("showClosed")}
        checked={search.all === true}
        onChange={(all) => change({ all: all || undefined })}
      />
    </search>
  );
}

function List({ contract, search }: Props) {
  const t = useText(findingText);
  const list = useInfiniteQuery({
    ...findingsQuery(contract, search),
    placeholderData: (before) => before,
  });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  const findings = list.data.pages.flatMap(({ items }) => items);
  return (
    <Block title={t("title")}>
      {findings.length === 0 ? (
        <p className="quiet">{t(search.all ? "none" : "noneOpen")}</p>
      ) : (
        <FindingTable contract={contract} findings={findings} />
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Block>
  );
}

function FindingTable({ contract, findings }: { contract: string; findings: readonly VisitFinding[] }) {
  const t = useText(findingText);
  const spoken = useLanguage();
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          <th scope="col">{t("text")}</th>
          <th scope="col">{t("kind")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("promisedOn")}</th>
          <th scope="col">{t("site")}</th>
          <th scope="col">{t("day")}</th>
          <th scope="col">{t("toldBy")}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <tr key={finding.id}>
            <th scope="row">
              <Link
                to="/contracts/$contract/visits/findings/$finding"
                params={{ contract, finding: finding.id }}
              >
                {finding.text}
              </Link>
            </th>
            <td>{t(finding.kind)}</td>
            <td>
              <FindingStateChip finding={finding} />
            </td>
            <td>{finding.promised_on ? sayDay(finding.promised_on, spoken) : "－"}</td>
            <td>
              <SiteLink id={finding.site_id} name={finding.site} />
            </td>
            <td>{sayDay(finding.found_on, spoken)}</td>
            <td>{finding.told_by}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

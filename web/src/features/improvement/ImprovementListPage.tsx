import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { useMay } from "../../api/session";
import type { Improvement } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Check } from "../../ui/Field";
import { Loading, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { improvementsExport, improvementsQuery } from "./improvement.queries";
import type { ImprovementSearch } from "./improvement.search";
import { groundText, improvementText } from "./improvement.text";
import { StateChip } from "./StateChip";

/** The proposals that wait for something, the latest first; all of them where that is asked for (IMP-02). */
export default function ImprovementListPage() {
  const t = useText(improvementText);
  const { id: contract, title } = useContract();
  const may = useMay(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/incidents/improvements" });
  const navigate = useNavigate({ from: "/contracts/$contract/incidents/improvements" });
  const params = { contract };
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="list" to="/contracts/$contract/incidents" params={params}>
          {t("incidents")}
        </Link>,
      ]}
      actions={
        <>
          {may("record_incident") && (
            <Link
              {...buttonLook("solid")}
              to="/contracts/$contract/incidents/improvements/new"
              params={params}
            >
              {t("new")}
            </Link>
          )}
          <Link {...buttonLook("outline")} to="/contracts/$contract/incidents/trend" params={params}>
            {t("trend")}
          </Link>
          <a {...buttonLook("outline")} href={improvementsExport(contract, search)} download>
            {t("export")}
          </a>
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <p className="print-only">{title}</p>
      <div className="stack">
        <p className="quiet no-print">{t("about")}</p>
        <search className="filters no-print">
          <Check
            label={t("showAll")}
            checked={search.all === true}
            onChange={(all) => void navigate({ search: all ? { all: true } : {}, replace: true })}
          />
        </search>
        <List contract={contract} search={search} />
      </div>
    </Page>
  );
}

function List({ contract, search }: { contract: string; search: ImprovementSearch }) {
  const t = useText(improvementText);
  const list = useInfiniteQuery({
    ...improvementsQuery(contract, search),
    placeholderData: (before) => before,
  });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  const found = list.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) return <p>{t(search.all ? "none" : "noneOpen")}</p>;
  return (
    <>
      <Improvements contract={contract} found={found} />
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

function Improvements({ contract, found }: { contract: string; found: readonly Improvement[] }) {
  const t = useText(improvementText);
  const ground = useText(groundText);
  const spoken = useLanguage();
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          <th scope="col">{t("number")}</th>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("ground")}</th>
          <th scope="col">{t("person")}</th>
          <th scope="col">{t("dueOn")}</th>
          <th scope="col">{t("proposedAt")}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((each) => (
          <tr key={each.id}>
            <td>{t("numberOf", { number: each.number })}</td>
            <th scope="row">
              <Link
                to="/contracts/$contract/incidents/improvements/$improvement"
                params={{ contract, improvement: each.id }}
              >
                {each.title}
              </Link>
            </th>
            <td>
              <StateChip state={each.state} />
            </td>
            <td>{[ground(each.ground), each.ground_name].filter(Boolean).join(" ")}</td>
            <td>{each.person}</td>
            <td>{each.due_on ? sayDay(each.due_on, spoken) : "－"}</td>
            <td>{sayInstant(each.proposed_at, spoken)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

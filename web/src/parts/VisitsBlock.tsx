import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "../api/session";
import { type VisitsOf, visitsOf } from "../api/visits";
import { texts, useText } from "../lib/i18n";
import { saySpan } from "../lib/wareki";
import { buttonLook } from "../ui/Button";
import { Block } from "../ui/Page";
import { Table } from "../ui/Table";
import { VisitStateChip } from "./VisitState";

const text = texts({
  title: ["訪問", "Visits"],
  cases: ["{count}件", "{count}"],
  none: ["訪問はありません。", "No visits."],
  plan: ["訪問を登録する", "Enter a visit"],
  when: ["予定の日時", "Announced"],
  state: ["状態", "State"],
  purpose: ["目的", "Purpose"],
  workers: ["訪問する人", "Who goes"],
});

/** Visits because of an incident or a request, or to a site, on the page of that. */
export function VisitsBlock({
  contract,
  mayPlan = true,
  ...of
}: VisitsOf & { contract: string; mayPlan?: boolean }) {
  const t = useText(text);
  const may = useMay(contract);
  const seen = may("view_visit");
  const { data } = useQuery({ ...visitsOf(contract, of), enabled: seen });
  if (!seen) return null;
  const items = data?.items ?? [];
  return (
    <Block
      id="visits"
      title={t("title")}
      count={t("cases", { count: items.length })}
      actions={
        mayPlan &&
        may("record_visit") && (
          <Link
            {...buttonLook("outline", "sm")}
            to="/contracts/$contract/visits"
            params={{ contract }}
            search={{ ...of, plan: "new" }}
          >
            {t("plan")}
          </Link>
        )
      }
    >
      {items.length === 0 ? (
        <p className="quiet">{t("none")}</p>
      ) : (
        <Table caption={t("title")}>
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col">{t("purpose")}</th>
              <th scope="col">{t("workers")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((visit) => (
              <tr key={visit.id}>
                <th scope="row">
                  <Link to="/contracts/$contract/visits/$visit" params={{ contract, visit: visit.id }}>
                    {saySpan(visit.planned_from, visit.planned_until)}
                  </Link>
                </th>
                <td>
                  <VisitStateChip state={visit.state} />
                </td>
                <td>{visit.purpose}</td>
                <td>{visit.workers.map(({ name }) => name).join("、")}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}

export const VisitsOfIncident = ({
  contract,
  incident,
  goesOn,
}: {
  contract: string;
  incident: string;
  goesOn: boolean;
}) => <VisitsBlock contract={contract} incident={incident} mayPlan={goesOn} />;

export const VisitsOfRequest = ({ contract, request }: { contract: string; request: string }) => (
  <VisitsBlock contract={contract} request={request} />
);

import { Link } from "@tanstack/react-router";
import type { Visit } from "../../api/types";
import { useText } from "../../lib/i18n";
import { saySpan } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { VisitStateChip } from "../../parts/VisitState";
import { Table } from "../../ui/Table";
import { visitText } from "./visit.text";

interface Props {
  contract: string;
  caption: string;
  visits: readonly Visit[];
}

export function VisitTable({ contract, caption, visits }: Props) {
  const t = useText(visitText);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t("when")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("site")}</th>
          <th scope="col">{t("purpose")}</th>
          <th scope="col">{t("cause")}</th>
          <th scope="col">{t("people")}</th>
          <th scope="col">{t("told")}</th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <tr key={visit.id}>
            <th scope="row">
              <Link to="/contracts/$contract/visits/$visit" params={{ contract, visit: visit.id }}>
                {saySpan(visit.planned_from, visit.planned_until)}
              </Link>
            </th>
            <td>
              <VisitStateChip state={visit.state} />
            </td>
            <td>
              <SiteLink id={visit.site_id} name={visit.site} />
            </td>
            <td>{visit.purpose}</td>
            <td>
              <CauseLink contract={contract} visit={visit} />
            </td>
            <td>{visit.workers.map(({ name }) => name).join("、")}</td>
            <td>{visit.told || t("notTold")}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What a visit is because of, leading there. */
export function CauseLink({ contract, visit }: { contract: string; visit: Visit }) {
  const t = useText(visitText);
  if (visit.incident_id)
    return (
      <Link to="/contracts/$contract/incidents/$incident" params={{ contract, incident: visit.incident_id }}>
        {t("causeIncident")} {visit.case_number || t("noNumber")}
      </Link>
    );
  if (visit.request_id)
    return (
      <Link to="/contracts/$contract/requests/$request" params={{ contract, request: visit.request_id }}>
        {t("causeRequest")} {visit.request_number}
      </Link>
    );
  return t("noCause");
}

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../api/session";
import type { Incident } from "../../api/types";
import { useText } from "../../lib/i18n";
import { buttonLook } from "../../ui/Button";
import { Block } from "../../ui/Page";
import { accidentsQuery } from "./incident.queries";
import { incidentText } from "./incident.text";

/** Accidents, damage and security incidents that came of this fault, and the way to report one. */
export function Accidents({ contract, incident }: { contract: string; incident: Incident }) {
  const t = useText(incidentText);
  const may = useMay(contract);
  const sees = may("view_security_incident");
  const found = useQuery({ ...accidentsQuery(contract, incident.id), enabled: sees }).data?.items ?? [];
  if (!may("report_security_incident") && found.length === 0) return null;
  return (
    <Block title={t("accidents")}>
      {found.length > 0 && (
        <ul>
          {found.map(({ id, number, title }) => (
            <li key={id}>
              <Link
                to="/contracts/$contract/security-incidents/$incident"
                params={{ contract, incident: id }}
              >
                {number}
              </Link>{" "}
              {title}
            </li>
          ))}
        </ul>
      )}
      {may("report_security_incident") && (
        <p className="no-print">
          <Link
            {...buttonLook("outline", "sm")}
            to="/contracts/$contract/security-incidents/new"
            params={{ contract }}
            search={{ fault: incident.id }}
          >
            {t("reportAccident")}
          </Link>
        </p>
      )}
    </Block>
  );
}

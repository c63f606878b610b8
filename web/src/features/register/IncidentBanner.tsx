import { Link } from "@tanstack/react-router";
import { useText } from "../../lib/i18n";
import { Banner } from "../../ui/Banner";
import { registerText } from "./register.text";

/** Leads from a medium or a loan to the security incident that stands open about it. */
export function IncidentBanner({
  contract,
  row,
}: {
  contract: string;
  row: { incident_id?: string | null; incident_number?: string | null };
}) {
  const t = useText(registerText);
  if (!row.incident_id) return null;
  return (
    <Banner tone="warning" title={t("incidentOpen", { number: row.incident_number ?? "" })}>
      <Link
        to="/contracts/$contract/security-incidents/$incident"
        params={{ contract, incident: row.incident_id }}
      >
        {t("toIncident")}
      </Link>
    </Banner>
  );
}

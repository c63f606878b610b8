import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../api/session";
import type { Desk, Incident } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Chip } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { desksQuery } from "./incident.queries";
import { supportText } from "./support.text";

/** The makers' desks for the model and class of the unit, and whether they are open now (MKR-01). */
export function Desks({ contract, incident }: { contract: string; incident: Incident }) {
  const t = useText(supportText);
  const sees = useMay(contract)("view_support");
  const asked = sees && Boolean(incident.device_id || incident.class);
  const { data } = useQuery({ ...desksQuery(contract, incident), enabled: asked });
  if (!data || data.desks.length === 0) return null;
  return (
    <Block title={t("desks")}>
      <ul>
        {data.desks.map((desk) => (
          <li key={desk.id}>
            <strong>{desk.desk}</strong> {desk.contact} <Now desk={desk} />
          </li>
        ))}
      </ul>
      <p className="no-print">
        <Link
          to="/contracts/$contract/desks"
          params={{ contract }}
          search={incident.device_id ? { device: incident.device_id } : {}}
        >
          {t("toDesks")}
        </Link>
      </p>
    </Block>
  );
}

function Now({ desk: { now } }: { desk: Desk }) {
  const t = useText(supportText);
  const spoken = useLanguage();
  if (!now) return null;
  if (now.open)
    return (
      <Chip tone="green" sign="○">
        {now.closes_at ? t("openUntil", { at: sayInstant(now.closes_at, spoken) }) : t("openNow")}
      </Chip>
    );
  return (
    <Chip tone="neutral" sign="－">
      {now.opens_at ? t("opensAt", { at: sayInstant(now.opens_at, spoken) }) : t("closedNow")}
    </Chip>
  );
}

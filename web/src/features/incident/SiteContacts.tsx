import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../api/session";
import type { Incident, SiteContact } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Block } from "../../ui/Page";
import { siteContactsQuery } from "./incident.queries";
import { supportText } from "./support.text";

/** Whom to call today at the site of an incident, for who sees the register of sites. */
export function SiteContacts({ contract, incident }: { contract: string; incident: Incident }) {
  const t = useText(supportText);
  const sees = useMay(contract)("view_device");
  const site = incident.site_id ?? "";
  const { data } = useQuery({ ...siteContactsQuery(contract, site), enabled: sees && site !== "" });
  if (!data) return null;
  return (
    <Block title={t("contacts")}>
      {data.items.length === 0 ? (
        <p className="quiet">{t("noContacts")}</p>
      ) : (
        <ul>
          {data.items.map((contact) => (
            <Contact key={contact.id} contact={contact} />
          ))}
        </ul>
      )}
      <p className="no-print">
        <Link to="/contracts/$contract/sites/$site" params={{ contract, site }}>
          {t("toSite")}
        </Link>
      </p>
    </Block>
  );
}

function Contact({ contact: { name, section, phone, note } }: { contact: SiteContact }) {
  return (
    <li>
      <strong>{name}</strong> {section}{" "}
      {phone && <a href={`tel:${phone.replace(/[^0-9+]/gu, "")}`}>{phone}</a>}
      {note && <div className="quiet prewrap">{note}</div>}
    </li>
  );
}

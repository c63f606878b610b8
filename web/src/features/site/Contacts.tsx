import { useState } from "react";
import type { SiteContact, SitePage } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { contactText } from "./site.text";
import { ContactDialog } from "./site-dialogs";

/** Whom to call at a site; who called it theirs before stays in the list. */
export function Contacts({ contract, site }: { contract: string; site: SitePage }) {
  const t = useText(contactText);
  const [asking, setAsking] = useState<SiteContact | "new" | undefined>();
  return (
    <Block
      title={t("title")}
      actions={
        site.may_keep && (
          <Button size="sm" onClick={() => setAsking("new")}>
            {t("add")}
          </Button>
        )
      }
    >
      {site.contacts.length === 0 ? (
        <p className="quiet">{t("none")}</p>
      ) : (
        <Table caption={t("title")}>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("phone")}</th>
              <th scope="col">{t("from")}</th>
              {site.may_keep && <th scope="col">{t("change")}</th>}
            </tr>
          </thead>
          <tbody>
            {site.contacts.map((contact) => (
              <tr key={contact.id} className={contact.holds ? undefined : "site-muted"}>
                <th scope="row">
                  {contact.name}
                  {contact.section && <div>{contact.section}</div>}
                  {contact.note && <div className="site-muted">{contact.note}</div>}
                </th>
                <td>
                  {contact.phone && (
                    <a href={`tel:${contact.phone.replace(/[^0-9+]/gu, "")}`}>{contact.phone}</a>
                  )}
                </td>
                <td>
                  <Days contact={contact} />
                </td>
                {site.may_keep && (
                  <td className="site-nowrap">
                    <Button
                      size="sm"
                      aria-label={t("changeOf", { name: contact.name })}
                      onClick={() => setAsking(contact)}
                    >
                      {t("change")}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {site.accounts.length > 0 && (
        <p>
          {t("accounts")}: {site.accounts.join("、")}
        </p>
      )}
      {asking && (
        <ContactDialog
          contract={contract}
          site={site.id}
          contact={asking === "new" ? undefined : asking}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Block>
  );
}

function Days({ contact: { from, to, holds } }: { contact: SiteContact }) {
  const t = useText(contactText);
  const spoken = useLanguage();
  return (
    <>
      {sayDay(from, spoken)}～{to && sayDay(to, spoken)}
      {!holds && <div>{t("past")}</div>}
    </>
  );
}

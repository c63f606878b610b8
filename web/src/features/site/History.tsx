import type { SitePage, SiteSpan } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { siteText } from "./site.text";

/** What a site was, span by span, with who said so and why; nothing to show while it never changed. */
export function History({ site: { history } }: { site: SitePage }) {
  const t = useText(siteText);
  if (history.length < 2 && !history[0]?.reason) return null;
  return (
    <Block title={t("history")}>
      <p className="quiet">{t("historyAbout")}</p>
      <Table caption={t("history")}>
        <thead>
          <tr>
            <th scope="col">{t("from")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("address")}</th>
            <th scope="col">{t("departments")}</th>
            <th scope="col">{t("kept")}</th>
            <th scope="col">{t("reason")}</th>
            <th scope="col">{t("enteredBy")}</th>
          </tr>
        </thead>
        <tbody>
          {history.map((span) => (
            <Span key={span.from} span={span} />
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

function Span({ span }: { span: SiteSpan }) {
  const t = useText(siteText);
  const spoken = useLanguage();
  return (
    <tr>
      <th scope="row">{sayDay(span.from, spoken)}</th>
      <td>{t(span.open ? "stateOpen" : "stateClosed")}</td>
      <td>{span.name}</td>
      <td>{span.address}</td>
      <td>{span.departments}</td>
      <td>{t(span.excluded ? "keptByCity" : "keptByContractor")}</td>
      <td>{span.entered_by ? span.reason : t("reasonFile")}</td>
      <td>{span.entered_by}</td>
    </tr>
  );
}

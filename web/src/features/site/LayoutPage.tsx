import "./site.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useContractId } from "../../api/contract";
import { useText } from "../../lib/i18n";
import { siteLayoutQuery } from "../../parts/seats.queries";
import { Page } from "../../ui/Page";
import { LayoutEditor } from "./LayoutEditor";
import { layoutText } from "./layout.text";
import { siteQuery } from "./site.queries";
import { siteText } from "./site.text";

/** Where the floors, the seats and the plans of a site are entered. */
export default function LayoutPage() {
  const t = useText(layoutText);
  const words = useText(siteText);
  const contract = useContractId();
  const { site } = useParams({ from: "/inside/contracts/$contract/sites/$site/layout" });
  const { data: page } = useSuspenseQuery(siteQuery(contract, site, undefined));
  const { data: layout } = useSuspenseQuery(siteLayoutQuery(contract, site));
  return (
    <Page
      title={t("editTitle")}
      trail={[
        <Link key="list" to="/contracts/$contract/sites" params={{ contract }} search={{}}>
          {words("title")}
        </Link>,
        <Link key="site" to="/contracts/$contract/sites/$site" params={{ contract, site }} search={{}}>
          {page.now.number} {page.now.name}
        </Link>,
      ]}
    >
      <div className="stack">
        <p className="quiet">{t("about")}</p>
        <LayoutEditor contract={contract} site={site} layout={layout} />
      </div>
    </Page>
  );
}

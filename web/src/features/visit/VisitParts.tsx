import { Link } from "@tanstack/react-router";
import { useText } from "../../lib/i18n";
import { findingText } from "./finding.text";

/** The pages of visits, as one row of links. */
export function VisitParts({ contract }: { contract: string }) {
  const t = useText(findingText);
  const exact = { exact: true, includeSearch: false };
  return (
    <nav className="parts no-print" aria-label={t("parts")}>
      <Link to="/contracts/$contract/visits" params={{ contract }} activeOptions={exact}>
        {t("visits")}
      </Link>
      <Link to="/contracts/$contract/visits/findings" params={{ contract }} activeOptions={exact}>
        {t("title")}
      </Link>
    </nav>
  );
}

import { Link } from "@tanstack/react-router";
import { useMay, useSitesOf } from "../api/session";
import { texts, useText } from "../lib/i18n";
import { buttonLook } from "../ui/Button";

const linkText = texts({ trend: ["障害の傾向", "Trend of faults"] });

/** Leads to where faults repeat; for who sees every site, since the fleet is what is compared. */
export function TrendLink({ contract }: { contract: string }) {
  const t = useText(linkText);
  const own = useSitesOf(contract, "view_incident");
  if (!useMay(contract)("view_incident") || own) return null;
  return (
    <Link {...buttonLook("outline")} to="/contracts/$contract/incidents/trend" params={{ contract }}>
      {t("trend")}
    </Link>
  );
}

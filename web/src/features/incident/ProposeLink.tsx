import { Link } from "@tanstack/react-router";
import { useMay } from "../../api/session";
import { useText } from "../../lib/i18n";
import { trendText } from "./trend.text";

interface Props {
  contract: string;
  about: {
    ground: "unit" | "model" | "site" | "estimate";
    of: string;
    class?: string | undefined;
    on: string;
    months: number;
  };
  name: string;
}

/** Leads to a proposal that begins with these numbers; for the contractor, who proposes. */
export function ProposeLink({ contract, about, name }: Props) {
  const t = useText(trendText);
  if (!useMay(contract)("record_incident")) return null;
  return (
    <span className="no-print">
      {" "}
      <Link
        to="/contracts/$contract/incidents/improvements/new"
        params={{ contract }}
        search={about}
        aria-label={t("proposeFor", { name })}
      >
        {t("propose")}
      </Link>
    </span>
  );
}

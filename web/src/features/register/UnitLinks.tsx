import { Link } from "@tanstack/react-router";
import { useText } from "../../lib/i18n";
import { renewalText } from "./facts.text";
import { movementText } from "./movement.text";
import type { UnitSearch } from "./unit.search";
import { unitText } from "./unit.text";

interface Props {
  contract: string;
  /** Whether the register of the whole contract is seen. */
  whole: boolean;
  search: UnitSearch;
}

/** The pages about the devices, beside their list. */
export function UnitLinks({ contract, whole, search }: Props) {
  const t = useText(unitText);
  const movement = useText(movementText);
  const renewal = useText(renewalText);
  const params = { contract };
  return (
    <nav className="page-links no-print" aria-label={t("pages")}>
      <ul>
        {whole && (
          <>
            <li>
              <Link
                to="/contracts/$contract/register/matrix"
                params={params}
                search={search.on ? { on: search.on } : {}}
              >
                {t("matrix")}
              </Link>
            </li>
            <li>
              <Link to="/contracts/$contract/register/movements" params={params}>
                {movement("title")}
              </Link>
            </li>
            <li>
              <Link to="/contracts/$contract/register/editions" params={params}>
                {t("editions")}
              </Link>
            </li>
            <li>
              <Link to="/contracts/$contract/register/renewals" params={params}>
                {renewal("title")}
              </Link>
            </li>
          </>
        )}
        <li>
          <Link to="/contracts/$contract/register/stocktakes" params={params}>
            {t("stocktakes")}
          </Link>
        </li>
        <li>
          <Link to="/contracts/$contract/register/page-surveys" params={params}>
            {t("pageSurveys")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

import "./premises.css";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useContract } from "../../api/contract";
import { useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { premisesText } from "./premises.text";

interface Props {
  actions?: ReactNode;
  /** The site that stays chosen from page to page. */
  site: string | undefined;
  children: ReactNode;
}

/** The three pages of the premises under one row of links. */
export function PremisesFrame({ actions, site, children }: Props) {
  const t = useText(premisesText);
  const contract = useContract();
  const params = { contract: contract.id };
  const search = site ? { site } : {};
  const exact = { exact: true, includeSearch: false };
  return (
    <Page
      title={t("title")}
      actions={
        <>
          {actions}
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <p className="print-only">{contract.title}</p>
      <nav className="parts no-print" aria-label={t("parts")}>
        <Link to="/contracts/$contract/premises" params={params} search={search} activeOptions={exact}>
          {t("records")}
        </Link>
        <Link to="/contracts/$contract/premises/drills" params={params} search={search} activeOptions={exact}>
          {t("drills")}
        </Link>
        <Link to="/contracts/$contract/premises/rooms" params={params} search={search} activeOptions={exact}>
          {t("rooms")}
        </Link>
      </nav>
      <div className="premises">{children}</div>
    </Page>
  );
}

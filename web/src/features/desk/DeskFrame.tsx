import "./desk.css";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useContract } from "../../api/contract";
import { useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { deskText } from "./desk.text";

/** The pages about whom to call, under one row of links. */
export function DeskFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const t = useText(deskText);
  const contract = useContract();
  const params = { contract: contract.id };
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
        <Link to="/contracts/$contract/desks" params={params} activeOptions={exact}>
          {t("directory")}
        </Link>
        <Link to="/contracts/$contract/desks/calls" params={params} activeOptions={exact}>
          {t("calls")}
        </Link>
        <Link to="/contracts/$contract/desks/on-call" params={params} activeOptions={exact}>
          {t("onCall")}
        </Link>
      </nav>
      {children}
    </Page>
  );
}

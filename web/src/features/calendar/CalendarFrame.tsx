import "./calendar.css";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useContract } from "../../api/contract";
import { useText } from "../../lib/i18n";
import type { Month } from "../../lib/month";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { calendarText } from "./calendar.text";

interface Props {
  title: string;
  month?: Month | undefined;
  work?: string | undefined;
  hours?: true | undefined;
  children: ReactNode;
}

/** The three pages of the calendar under one row of links. */
export function CalendarFrame({ title, month, work, hours, children }: Props) {
  const t = useText(calendarText);
  const contract = useContract();
  const params = { contract: contract.id };
  return (
    <Page title={title} actions={<Button onClick={() => window.print()}>{t("print")}</Button>}>
      <p className="print-only">{contract.title}</p>
      <nav className="parts no-print" aria-label={t("parts")}>
        <Link
          to="/contracts/$contract/calendar"
          params={params}
          search={{ month, work, hours }}
          activeOptions={{ exact: true }}
        >
          {t("monthView")}
        </Link>
        <Link
          to="/contracts/$contract/calendar"
          params={params}
          search={{ month, work, hours, view: "year" }}
          activeOptions={{ exact: true }}
        >
          {t("yearView")}
        </Link>
        <Link
          to="/contracts/$contract/calendar/due"
          params={params}
          search={{ work }}
          activeOptions={{ includeSearch: false }}
        >
          {t("dueView")}
        </Link>
      </nav>
      {children}
    </Page>
  );
}

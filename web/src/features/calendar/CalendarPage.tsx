import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import type { Contract } from "../../api/types";
import { MonthCalendar } from "../../chart/MonthCalendar";
import { partsOf } from "../../lib/day";
import { useLanguage, useText } from "../../lib/i18n";
import { firstDay, lastDay, type Month, monthOf, sayMonth } from "../../lib/month";
import { sayDay } from "../../lib/wareki";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Check } from "../../ui/Field";
import { Loading } from "../../ui/Page";
import { CalendarFrame } from "./CalendarFrame";
import { daysQuery } from "./calendar.queries";
import type { CalendarSearch } from "./calendar.search";
import { calendarText } from "./calendar.text";
import { MonthMoves } from "./MonthMoves";
import { WorkClass } from "./WorkClass";
import { YearCalendar } from "./YearCalendar";

export default function CalendarPage() {
  const t = useText(calendarText);
  const contract = useContract();
  const navigate = useNavigate();
  const search = useSearch({ from: "/inside/contracts/$contract/calendar" });
  const month = search.month ?? monthOf(today());
  const change = (next: CalendarSearch) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...next }), resetScroll: false });
  const shared = { contract, search, month };
  return (
    <CalendarFrame title={t("title")} month={search.month} work={search.work} hours={search.hours}>
      <div className="calendar-tools no-print">
        <MonthMoves search={search} month={month} onChange={change} />
        <WorkClass contract={contract} value={search.work ?? ""} onChange={(work) => change({ work })} />
        {search.view !== "year" && (
          <Check
            label={t("showHours")}
            checked={search.hours ?? false}
            onChange={(hours) => change({ hours: hours || undefined })}
          />
        )}
      </div>
      {search.view === "year" ? <YearCalendar {...shared} /> : <OneMonth {...shared} />}
    </CalendarFrame>
  );
}

export interface CalendarProps {
  contract: Contract;
  search: CalendarSearch;
  month: Month;
}

function OneMonth({ contract, search, month }: CalendarProps) {
  const t = useText(calendarText);
  const spoken = useLanguage();
  const { year, month: number } = partsOf(firstDay(month));
  const list = useQuery(daysQuery(contract.id, firstDay(month), lastDay(month), search.work ?? ""));
  const items = list.data?.items ?? [];
  const open = items.filter((day) => day.open).length;
  const outside = lastDay(month) < contract.starts_on || firstDay(month) > contract.ends_on;
  return (
    <div className="stack">
      <h2 className="calendar-title" aria-live="polite">
        {sayMonth(month, spoken)}
      </h2>
      {outside && (
        <Banner tone="info">
          {t("outside", { from: sayDay(contract.starts_on, spoken), to: sayDay(contract.ends_on, spoken) })}
        </Banner>
      )}
      {list.isError && <ProblemBanner problem={problemOf(list.error)} />}
      {list.isPending && <Loading />}
      {list.isSuccess && (
        <>
          <MonthCalendar
            year={year}
            month={number}
            title={sayMonth(month, spoken)}
            days={new Map(items.map((day) => [day.day, day]))}
            today={today()}
            windows={search.hours ?? false}
          />
          <p>{t("counts", { open, closed: items.length - open })}</p>
          {items.some((day) => day.forecast) && <p className="calendar-note">{t("forecastNote")}</p>}
        </>
      )}
    </div>
  );
}

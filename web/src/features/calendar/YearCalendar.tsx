import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import { type CalendarDay, MonthCalendar } from "../../chart/MonthCalendar";
import { partsOf } from "../../lib/day";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import {
  firstDay,
  fiscalMonths,
  fiscalYearOf,
  lastDay,
  type Month,
  monthOf,
  sayFiscalYear,
  sayMonthShort,
} from "../../lib/month";
import { ProblemBanner } from "../../ui/Banner";
import { Loading } from "../../ui/Page";
import type { CalendarProps } from "./CalendarPage";
import { daysQuery } from "./calendar.queries";
import { calendarText } from "./calendar.text";
import { closureRuns } from "./closure-runs";

/** The twelve months of the fiscal year, each with its own list of holidays and closures; one sheet of A4. */
export function YearCalendar({ contract, search, month }: CalendarProps) {
  const t = useText(calendarText);
  const spoken = useLanguage();
  const year = fiscalYearOf(month);
  const months = fiscalMonths(year);
  const list = useQuery(daysQuery(contract.id, `${year}-04-01`, `${year + 1}-03-31`, search.work ?? ""));
  const items = list.data?.items ?? [];
  const open = items.filter((day) => day.open).length;
  const days = new Map<string, CalendarDay>(items.map((day) => [day.day, day]));
  return (
    <div className="stack">
      <h2 className="calendar-title" aria-live="polite">
        {sayFiscalYear(year, spoken)}
      </h2>
      {list.isError && <ProblemBanner problem={problemOf(list.error)} />}
      {list.isPending && <Loading />}
      {list.isSuccess && (
        <>
          <p>{t("counts", { open, closed: items.length - open })}</p>
          <div className="calendar-year">
            {months.map((each) => (
              <SmallMonth key={each} month={each} days={days} />
            ))}
          </div>
          {items.some((day) => day.forecast) && <p className="calendar-note">{t("forecastNote")}</p>}
        </>
      )}
    </div>
  );
}

function SmallMonth({ month, days }: { month: Month; days: ReadonlyMap<string, CalendarDay> }) {
  const t = useText(calendarText);
  const spoken = useLanguage();
  const say = useSay();
  const { year, month: number } = partsOf(firstDay(month));
  const mine = [...days.values()].filter(({ day }) => monthOf(day) === month);
  const closures = closureRuns(mine.filter(({ day }) => day <= lastDay(month)));
  const open = mine.filter((day) => day.open).length;
  return (
    <section className="calendar-small">
      <MonthCalendar
        small
        year={year}
        month={number}
        title={`${sayMonthShort(month, spoken)}${t("colon")}${t("openDays")} ${t("days", { count: open })}`}
        days={days}
        today={today()}
      />
      {closures.length > 0 && (
        <ul aria-label={t("closures")}>
          {closures.map(({ from, to, reason, forecast }) => (
            <li key={from}>
              {from === to ? partsOf(from).day : `${partsOf(from).day}–${partsOf(to).day}`} {say(reason)}
              {forecast && <small> {t("forecastMark")}</small>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

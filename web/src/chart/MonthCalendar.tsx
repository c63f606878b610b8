import "./chart.css";
import type { ReactNode } from "react";
import { type Day, monthLength, toDay, weekdayOf } from "../lib/day";
import { type Text, useLanguage, useSay, useText } from "../lib/i18n";
import { sayDay, weekdayName } from "../lib/wareki";
import { chartText } from "./chart.text";

export interface CalendarDay {
  day: Day;
  open: boolean;
  kind: string;
  holiday_name: string;
  reasons: readonly Text[];
  windows: readonly { opens: string; closes: string }[];
  forecast: boolean;
}

interface Props {
  year: number;
  month: number;
  /** The caption, read out and printed above a small calendar. */
  title: string;
  days: ReadonlyMap<Day, CalendarDay>;
  today: Day;
  windows?: boolean;
  /** One of twelve: numbers only, the reasons follow as a list. */
  small?: boolean;
  /** What stands in the cell of a day besides. */
  entries?: (day: Day) => ReactNode;
}

/** The weeks of a month, Sunday first; `undefined` stands for days of other months. */
export function weeksOf(year: number, month: number): (Day | undefined)[][] {
  const lead = weekdayOf(toDay({ year, month, day: 1 }));
  const days = monthLength(year, month);
  const weeks = Math.ceil((lead + days) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = week * 7 + weekday - lead + 1;
      return day >= 1 && day <= days ? toDay({ year, month, day }) : undefined;
    }),
  );
}

/** A month as a table that says on every closed day why it is closed. */
export function MonthCalendar({ year, month, title, days, small = false, ...shown }: Props) {
  const spoken = useLanguage();
  const weeks = weeksOf(year, month);
  return (
    <table className="month" data-small={small || undefined}>
      <caption className={small ? undefined : "visually-hidden"}>{title}</caption>
      <thead>
        <tr>
          {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
            <th scope="col" key={weekday} data-weekday={weekday}>
              {weekdayName(weekday, spoken)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, weekday) =>
              day ? (
                <DayCell key={day} day={day} status={days.get(day)} small={small} {...shown} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell has nothing but its place
                <td key={`${index}-${weekday}`} className="month-outside" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  day: Day;
  status: CalendarDay | undefined;
  today: Day;
  windows?: boolean;
  small: boolean;
  entries?: (day: Day) => ReactNode;
}

function DayCell({ day, status, today, windows = false, small, entries }: CellProps) {
  const t = useText(chartText);
  const spoken = useLanguage();
  const isToday = day === today;
  return (
    <td
      data-closed={(status && !status.open) || undefined}
      data-today={isToday || undefined}
      aria-current={isToday ? "date" : undefined}
    >
      <span className="month-day">
        <time dateTime={day}>
          <span aria-hidden="true">{Number(day.slice(8))}</span>
          <span className="visually-hidden">{sayDay(day, spoken)}</span>
        </time>
        {isToday && !small && <span className="month-today">{t("today")}</span>}
        {status?.forecast && !small && <span className="month-forecast">{t("forecast")}</span>}
      </span>
      {status && <Reasons status={status} small={small} windows={windows} />}
      {entries?.(day)}
    </td>
  );
}

function Reasons({ status, small, windows }: { status: CalendarDay; small: boolean; windows: boolean }) {
  const t = useText(chartText);
  const say = useSay();
  const reasons = status.reasons.map(say).join(t("comma"));
  if (small)
    return status.open ? null : <span className="visually-hidden">{`${t("closed")} ${reasons}`}</span>;
  return (
    <>
      {!status.open && (
        <span className="month-closed">
          <span className="month-sign">{t("closed")}</span> {reasons}
        </span>
      )}
      {status.open && reasons && <span className="month-open">{reasons}</span>}
      {status.open && windows && (
        <span className="month-hours">
          {status.windows.map(({ opens, closes }) => (
            <span key={opens}>
              {opens}–{closes}
            </span>
          ))}
        </span>
      )}
    </>
  );
}

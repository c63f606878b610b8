import { today } from "../../api/session";
import { useLanguage, useText } from "../../lib/i18n";
import { fiscalMonths, fiscalYearOf, type Month, monthLater, monthOf, sayMonthShort } from "../../lib/month";
import { Button } from "../../ui/Button";
import type { CalendarSearch } from "./calendar.search";
import { calendarText } from "./calendar.text";

interface Props {
  search: CalendarSearch;
  month: Month;
  onChange: (change: CalendarSearch) => void;
}

/** Back, on, a month of the same fiscal year, and home to today. */
export function MonthMoves({ search, month, onChange }: Props) {
  const t = useText(calendarText);
  const spoken = useLanguage();
  const yearly = search.view === "year";
  const move = (months: number) => onChange({ month: monthLater(month, months) });
  return (
    <fieldset className="calendar-moves">
      <legend className="visually-hidden">{t("move")}</legend>
      <Button size="sm" onClick={() => move(-12)}>
        <span aria-hidden="true">≪</span>
        {t(yearly ? "previousFiscalYear" : "previousYear")}
      </Button>
      {!yearly && (
        <>
          <Button size="sm" onClick={() => move(-1)}>
            <span aria-hidden="true">＜</span>
            {t("previousMonth")}
          </Button>
          <select
            className="control"
            data-size="sm"
            aria-label={t("chooseMonth")}
            value={month}
            onChange={(event) => onChange({ month: event.target.value })}
          >
            {fiscalMonths(fiscalYearOf(month)).map((each) => (
              <option key={each} value={each}>
                {sayMonthShort(each, spoken)}
              </option>
            ))}
          </select>
          <Button size="sm" onClick={() => move(1)}>
            {t("nextMonth")}
            <span aria-hidden="true">＞</span>
          </Button>
        </>
      )}
      <Button size="sm" onClick={() => move(12)}>
        {t(yearly ? "nextFiscalYear" : "nextYear")}
        <span aria-hidden="true">≫</span>
      </Button>
      <Button
        size="sm"
        look="text"
        aria-disabled={search.month === undefined || month === monthOf(today())}
        onClick={() => onChange({ month: undefined })}
      >
        {t(yearly ? "thisFiscalYear" : "thisMonth")}
      </Button>
    </fieldset>
  );
}

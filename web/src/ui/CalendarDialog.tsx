import { parseDate } from "@internationalized/date";
import type { ReactNode } from "react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
} from "react-aria-components";
import type { Day } from "../lib/day";
import { useLanguage, useText } from "../lib/i18n";
import { Dialog } from "./Dialog";
import { uiText } from "./ui.text";

interface Props {
  title: ReactNode;
  value: Day | undefined;
  onChoose: (day: Day) => void;
  onClose: () => void;
}

export default function CalendarDialog({ title, value, onChoose, onClose }: Props) {
  const t = useText(uiText);
  const spoken = useLanguage();
  return (
    <I18nProvider locale={spoken === "ja" ? "ja-JP" : "en-US"}>
      <Dialog title={title} onClose={onClose}>
        <Calendar
          className="calendar-picker"
          autoFocus
          defaultValue={value ? parseDate(value) : null}
          onChange={(chosen) => onChoose(chosen.toString())}
        >
          <div className="calendar-picker-head">
            <Button
              slot="previous"
              className="button"
              data-look="outline"
              data-size="sm"
              aria-label={t("calendarPrevious")}
            >
              ◀
            </Button>
            <Heading level={3} />
            <Button
              slot="next"
              className="button"
              data-look="outline"
              data-size="sm"
              aria-label={t("calendarNext")}
            >
              ▶
            </Button>
          </div>
          <CalendarGrid weekdayStyle="short">
            <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
            <CalendarGridBody>
              {(date) => <CalendarCell date={date} className="calendar-picker-day" />}
            </CalendarGridBody>
          </CalendarGrid>
        </Calendar>
      </Dialog>
    </I18nProvider>
  );
}

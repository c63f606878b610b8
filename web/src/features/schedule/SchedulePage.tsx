import "./schedule.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import type { Contract } from "../../api/types";
import { type CalendarDay, MonthCalendar } from "../../chart/MonthCalendar";
import { type Day, partsOf } from "../../lib/day";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayMonthOf } from "../../lib/wareki";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Loading, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { openDaysQuery, plannedQuery } from "./schedule.queries";
import type { ScheduleSearch } from "./schedule.search";
import { scheduleText } from "./schedule.text";
import { byDay, daysOf, type Entry, monthSpan, moved, type Span, weekSpan } from "./span";

/** When and where work is planned: a month at a glance, or a week with everything said. */
export default function SchedulePage() {
  const t = useText(scheduleText);
  const contract = useContract();
  const search = useSearch({ from: "/inside/contracts/$contract/schedule" });
  const day = search.day ?? today();
  const week = search.view === "week";
  const span = week ? weekSpan(day) : monthSpan(day);
  const windows = useQuery(plannedQuery(contract.id, span));
  const open = useQuery(openDaysQuery(contract.id, span));
  const entries = byDay(windows.data?.items ?? [], span);
  const shared = {
    contract,
    span,
    entries,
    days: new Map((open.data?.items ?? []).map((each) => [each.day, each])),
  };
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <Link
            {...buttonLook("outline")}
            to="/contracts/$contract/requests/emergency"
            params={{ contract: contract.id }}
          >
            {t("emergencies")}
          </Link>
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <Moves search={search} day={day} />
        <Heading span={span} week={week} />
        {windows.isError && <ProblemBanner problem={problemOf(windows.error)} />}
        {windows.data?.more && <Banner tone="warning">{t("more")}</Banner>}
        {windows.isPending ? <Loading /> : week ? <Week {...shared} /> : <Month {...shared} />}
      </div>
    </Page>
  );
}

function Moves({ search, day }: { search: ScheduleSearch; day: Day }) {
  const t = useText(scheduleText);
  const navigate = useNavigate();
  const view = search.view ?? "month";
  const change = (next: ScheduleSearch) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...next }), resetScroll: false });
  return (
    <fieldset className="schedule-moves no-print">
      <legend className="visually-hidden">{t("move")}</legend>
      <Button size="sm" onClick={() => change({ day: moved(day, view, -1) })}>
        <span aria-hidden="true">＜</span> {t("previous")}
      </Button>
      <Button size="sm" onClick={() => change({ day: undefined })}>
        {t("today")}
      </Button>
      <Button size="sm" onClick={() => change({ day: moved(day, view, 1) })}>
        {t("next")} <span aria-hidden="true">＞</span>
      </Button>
      <Button
        size="sm"
        look={view === "month" ? "solid" : "outline"}
        aria-pressed={view === "month"}
        onClick={() => change({ view: undefined })}
      >
        {t("month")}
      </Button>
      <Button
        size="sm"
        look={view === "week" ? "solid" : "outline"}
        aria-pressed={view === "week"}
        onClick={() => change({ view: "week" })}
      >
        {t("week")}
      </Button>
    </fieldset>
  );
}

function Heading({ span, week }: { span: Span; week: boolean }) {
  const t = useText(scheduleText);
  const spoken = useLanguage();
  return (
    <h2 aria-live="polite">
      {week
        ? t("weekOf", { from: sayDay(span.first, spoken), to: sayDay(span.last, spoken) })
        : sayMonthOf(span.first, spoken)}
    </h2>
  );
}

interface Shown {
  contract: Contract;
  span: Span;
  entries: ReadonlyMap<Day, Entry[]>;
  days: ReadonlyMap<Day, CalendarDay>;
}

function Month({ contract, span, entries, days }: Shown) {
  const t = useText(scheduleText);
  const spoken = useLanguage();
  const { year, month } = partsOf(span.first);
  return (
    <>
      <MonthCalendar
        year={year}
        month={month}
        title={sayMonthOf(span.first, spoken)}
        days={days}
        today={today()}
        entries={(day) => <DayEntries contract={contract} entries={entries.get(day) ?? []} />}
      />
      {entries.size === 0 && <p>{t("none")}</p>}
    </>
  );
}

const looks = {
  agreed: { tone: "green", sign: "○" },
  proposed: { tone: "yellow", sign: "△" },
} as const;

const lookOf = (state: string) => (state === "agreed" ? looks.agreed : looks.proposed);

function RequestLink({ contract, entry }: { contract: Contract; entry: Entry }) {
  const { planned } = entry;
  return (
    <Link
      to="/contracts/$contract/requests/$request"
      params={{ contract: contract.id, request: planned.window.request_id }}
    >
      {planned.request_number} {planned.request_title}
    </Link>
  );
}

function useTimes() {
  const t = useText(scheduleText);
  return ({ from, until, overnight }: Entry) =>
    t("times", {
      from,
      until: overnight ? t("untilNextDay", { time: until }) : until === "00:00" ? "24:00" : until,
    });
}

function DayEntries({ contract, entries }: { contract: Contract; entries: readonly Entry[] }) {
  const t = useText(scheduleText);
  const times = useTimes();
  if (entries.length === 0) return null;
  return (
    <ul className="schedule-day">
      {entries.map((entry) => (
        <li key={entry.planned.window.id} data-state={entry.planned.window.state}>
          <span className="schedule-time">
            <span aria-hidden="true">{lookOf(entry.planned.window.state).sign}</span>{" "}
            <span className="visually-hidden">
              {entry.planned.window.state === "agreed" ? t("agreed") : t("proposed")}
            </span>
            {times(entry)}
          </span>{" "}
          <RequestLink contract={contract} entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function Week({ contract, span, entries, days }: Shown) {
  const t = useText(scheduleText);
  const say = useSay();
  const spoken = useLanguage();
  const times = useTimes();
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <th scope="col">{t("day")}</th>
          <th scope="col">{t("time")}</th>
          <th scope="col">{t("request")}</th>
          <th scope="col">{t("site")}</th>
          <th scope="col">{t("people")}</th>
          <th scope="col">{t("state")}</th>
        </tr>
      </thead>
      {daysOf(span).map((day) => {
        const list = entries.get(day) ?? [];
        const status = days.get(day);
        return (
          <tbody key={day}>
            {(list.length === 0 ? [undefined] : list).map((entry, index) => (
              <tr key={entry?.planned.window.id ?? day}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={Math.max(list.length, 1)}>
                    {sayDay(day, spoken)}
                    {status && !status.open && (
                      <span className="quiet"> {status.reasons.map(say).join("・") || t("closed")}</span>
                    )}
                  </th>
                )}
                {entry ? (
                  <>
                    <td>{times(entry)}</td>
                    <td>
                      <RequestLink contract={contract} entry={entry} />
                    </td>
                    <td>{[entry.planned.site_name, entry.planned.window.room].filter(Boolean).join(" ")}</td>
                    <td>{entry.planned.window.people}</td>
                    <td>
                      <Chip {...lookOf(entry.planned.window.state)}>
                        {entry.planned.window.state === "agreed" ? t("agreed") : t("proposed")}
                      </Chip>
                    </td>
                  </>
                ) : (
                  <td colSpan={5} className="quiet">
                    －
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        );
      })}
    </Table>
  );
}

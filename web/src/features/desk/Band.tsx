import type { OnCallPlan } from "../../api/types";
import { addDays, type Day } from "../../lib/day";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { bars } from "./band";
import { deskText } from "./desk.text";

interface Bar {
  key: string;
  kind: "hours" | "primary" | "second" | "gap";
  from: string;
  until: string;
  name: string;
}

/** Four weeks, a row for each day: the hours, who is called, and where nobody is. The lists beside it say the same. */
export function Band({ plan }: { plan: OnCallPlan }) {
  const t = useText(deskText);
  const days = Array.from({ length: 28 }, (_, index) => addDays(plan.first, index));
  const all: Bar[] = [
    ...plan.hours.map(({ from, until }) => ({
      key: `h${from}`,
      kind: "hours" as const,
      from,
      until,
      name: "",
    })),
    ...plan.gaps.map(({ from, until }) => ({ key: `g${from}`, kind: "gap" as const, from, until, name: "" })),
    ...plan.shifts.map(({ id, rank, from, until, person }) => ({
      key: id,
      kind: rank,
      from,
      until,
      name: person,
    })),
  ];
  return (
    <figure className="desk-band" aria-label={t("band")}>
      <div className="desk-band-row" aria-hidden="true">
        <span />
        <div className="desk-band-hours">
          {[0, 6, 12, 18].map((hour) => (
            <span key={hour}>{hour}:00</span>
          ))}
        </div>
      </div>
      {days.map((day) => (
        <BandRow key={day} day={day} all={all} />
      ))}
    </figure>
  );
}

function BandRow({ day, all }: { day: Day; all: readonly Bar[] }) {
  const spoken = useLanguage();
  return (
    <div className="desk-band-row" aria-hidden="true">
      <span>{sayDay(day, spoken)}</span>
      <div className="desk-band-day">
        {all.map(({ key, kind, name, ...span }) => {
          const part = bars(day, span);
          return (
            part && (
              <span
                key={key}
                data-kind={kind}
                style={{ left: `${part.from * 100}%`, width: `${(part.to - part.from) * 100}%` }}
              >
                {name}
              </span>
            )
          );
        })}
      </div>
    </div>
  );
}

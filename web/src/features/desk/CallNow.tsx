import type { OnCallPlan } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Block } from "../../ui/Page";
import { deskText } from "./desk.text";

/** Whom to call at this moment, in large letters. */
export function CallNow({ now }: { now: OnCallPlan["now"] }) {
  const t = useText(deskText);
  const say = useSay();
  const spoken = useLanguage();
  const at = (moment: string | null | undefined) => (moment ? sayInstant(moment, spoken) : "");
  return (
    <Block title={t("callNow")}>
      <p>
        {now.open
          ? t("hoursRun", { at: at(now.closes_at) })
          : t("hoursEnd", { reason: say(now.reason), at: at(now.opens_at) })}
      </p>
      {now.called.length > 0 && (
        <ul className="desk-now">
          {now.called.map(({ id, person, phone, rank, until }) => (
            <li key={id}>
              <span>{t(rank)}</span> <strong>{person}</strong> <strong>{phone}</strong>{" "}
              <small>{t("until", { at: at(until) })}</small>
            </li>
          ))}
        </ul>
      )}
      {now.called.length === 0 && now.needed && !now.open && <Banner tone="error" title={t("nobodyNow")} />}
      {now.next && (
        <p className="quiet">{t("nextShift", { person: now.next.person, at: at(now.next.from) })}</p>
      )}
    </Block>
  );
}

import { Link } from "@tanstack/react-router";
import type { IncidentClock } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { ClockChip } from "./ClockState";
import { filled, hoursAndMinutes, stageOf, usedAt } from "./clock";
import { clockText, incidentText } from "./incident.text";

interface Props {
  contract: string;
  incident: string;
  clock: IncidentClock;
  asOf: number;
  now: number;
}

/** One service level of an incident: what is left, to scale and in words, and until when. */
export function ClockCard({ contract, incident, clock, asOf, now }: Props) {
  const t = useText(clockText);
  const shared = useText(incidentText);
  const say = useSay();
  const spoken = useLanguage();
  const used = usedAt(clock, asOf, now);
  const stage = stageOf(clock, used);
  const stands = clock.standing === "running" && !clock.reached && !clock.counting;
  const words = { calm: t("calm"), half: t("half"), near: t("near"), over: t("overWord") };
  const word = stands ? t("stands") : words[stage as keyof typeof words];
  return (
    <section className="clock" data-stage={stage} aria-label={say(clock.label)}>
      <h3>
        {say(clock.label)} <small>{t(clock.nature === "effort_target" ? "effort" : "binding")}</small>
      </h3>
      <p className="clock-now">
        <ClockChip clock={clock} asOf={asOf} now={now} /> {word && <span className="quiet">{word}</span>}
      </p>
      {stage !== "none" && stage !== "measured" && (
        <div
          className="clock-bar"
          role="img"
          aria-label={t("bar", { percent: Math.floor(filled(clock, used)) })}
        >
          <span style={{ inlineSize: `${filled(clock, used)}%` }} />
        </div>
      )}
      <p className="clock-terms">
        {clock.due && <strong>{t("due", { at: sayInstant(clock.due, spoken) })}</strong>}{" "}
        <span>
          {stage === "measured" ? t("noTarget") : t("of", { time: hoursAndMinutes(clock.allowed_seconds) })}
        </span>{" "}
        <span className="quiet">{clock.clause}</span>
      </p>
      {clock.forecast && <p className="quiet">{t("forecast")}</p>}
      {clock.by_arrival && <p className="quiet">{t("byArrival")}</p>}
      {clock.from && (
        <Link
          className="no-print"
          to="/contracts/$contract/incidents/$incident/evidence/$level"
          params={{ contract, incident, level: clock.level }}
        >
          {shared("evidence")}
        </Link>
      )}
    </section>
  );
}

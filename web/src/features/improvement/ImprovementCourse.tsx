import type { Improvement } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Block, Fact, Facts } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { improvementText } from "./improvement.text";

/** What the city decided, what was counted before and after, and how it ended. */
export function ImprovementCourse({ improvement: is }: { improvement: Improvement }) {
  const t = useText(improvementText);
  const spoken = useLanguage();
  if (!is.decided_on && !is.withdrawn) return null;
  const day = (on: string) => sayDay(on, spoken);
  return (
    <Block title={t("course")}>
      <Facts>
        {is.decided_on && (
          <Fact term={t("decision")} wide>
            {t(is.accepts ? "agreed" : "declinedShort")} {day(is.decided_on)} {is.decided_by}{" "}
            <span className="prewrap">{is.decision}</span>
          </Fact>
        )}
        {is.started_on && (
          <Fact term={t("started")}>
            {day(is.started_on)} {is.started_by}
          </Fact>
        )}
        {is.effective_on && is.checked_until && (
          <Fact term={t("checkedUntil")}>
            {t("effectDays", { from: day(is.effective_on), until: day(is.checked_until) })}
          </Fact>
        )}
        {is.evaluation && (
          <Fact term={t("evaluation")} wide>
            <span className="prewrap">{is.evaluation}</span>
          </Fact>
        )}
        {is.concluded_on && (
          <Fact term={t("conclusion")} wide>
            {day(is.concluded_on)} {is.concluded_by} <span className="prewrap">{is.conclusion}</span>
          </Fact>
        )}
        {is.withdrawn && (
          <Fact term={t("withdrawnWhy")} wide>
            <span className="prewrap">{is.withdrawn}</span>
          </Fact>
        )}
      </Facts>
      {is.effect && <Effect effect={is.effect} />}
    </Block>
  );
}

function Effect({ effect }: { effect: NonNullable<Improvement["effect"]> }) {
  const t = useText(improvementText);
  const say = useSay();
  const rows: [string, number, number][] = [
    [t("beforeIt"), effect.faults_before, effect.days_before],
    [t("afterIt"), effect.faults_after, effect.days_after],
  ];
  return (
    <>
      <Table caption={t("checkedUntil")}>
        <thead>
          <tr>
            <th scope="col">{t("side")}</th>
            <th scope="col">{t("faults")}</th>
            <th scope="col">{t("days")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([side, faults, days]) => (
            <tr key={side}>
              <th scope="row">{side}</th>
              <td className="number">{faults}</td>
              <td className="number">{days}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p>{say(effect.sentence)}</p>
    </>
  );
}

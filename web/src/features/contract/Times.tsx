import type { Contract } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { contractText } from "./contract.text";
import { sayHours } from "./hours";
import { Lines, Nothing, Section, Source } from "./parts";

export function Hours({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <Section id="hours" title={t("hours")}>
      <Lines
        caption={t("hours")}
        heads={[t("workClass"), t("time"), t("clause")]}
        lines={contract.hours.map(({ work_class, label, windows, always, basis, clause }) => ({
          key: work_class,
          cells: [
            say(label),
            sayHours({ windows, always }, spoken).join(t("comma")),
            <Source key="source" clause={clause} basis={basis} />,
          ],
        }))}
      />
      <h3>{t("closures")}</h3>
      {contract.closures.length === 0 ? (
        <Nothing />
      ) : (
        <ul className="plain-list">
          {contract.closures.map((closure) => (
            <li key={closure.ja}>{say(closure)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Several({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}

export function Levels({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const say = useSay();
  const spoken = useLanguage();
  const levels = contract.service_levels;
  const holdsFor = ({
    classes,
    severities,
    valid_from,
    valid_until,
    maker_apart,
  }: (typeof levels)[number]) => {
    const lines = [
      classes.length > 0 && classes.map(say).join(t("comma")),
      severities.length > 0 && severities.map(say).join(t("comma")),
      valid_from && t("instructedFrom", { day: sayDay(valid_from, spoken) }),
      valid_until && t("instructedUntil", { day: sayDay(valid_until, spoken) }),
      maker_apart && t("makerApart"),
    ].filter((line) => line !== false && line != null && line !== "");
    return lines.length > 0 ? (lines as string[]) : [t("everyFault")];
  };
  return (
    <Section id="levels" title={t("levels")}>
      {levels.length === 0 ? (
        <Nothing />
      ) : (
        <Lines
          caption={t("levels")}
          heads={[
            t("level"),
            t("levelTarget"),
            t("holdsFor"),
            t("from"),
            t("to"),
            t("nature"),
            t("exception"),
            t("clause"),
          ]}
          lines={levels.map((level) => ({
            key: level.id,
            cells: [
              say(level.label),
              <Several key="target" lines={level.target.map(say)} />,
              <Several key="holds" lines={holdsFor(level)} />,
              t(level.from),
              t(level.to),
              t(level.nature),
              level.exception ? say(level.exception) : t("notStated"),
              <Source key="source" clause={level.clause} />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

export function Support({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const say = useSay();
  const spoken = useLanguage();
  const windows = contract.support_windows;
  const timeOf = (workClass: string): string => {
    const hours = contract.hours.find(({ work_class }) => work_class === workClass);
    return hours ? sayHours(hours, spoken).join(t("comma")) : t("notStated");
  };
  return (
    <Section id="support" title={t("support")}>
      {windows.length === 0 ? (
        <Nothing />
      ) : (
        <Lines
          caption={t("support")}
          heads={[t("workClass"), t("response"), t("time"), t("clause")]}
          lines={windows.map(({ id, label, work_class, response, guide, basis, clause }) => ({
            key: id,
            cells: [
              say(label),
              guide ? t("guide", { text: t(response) }) : t(response),
              timeOf(work_class),
              <Source key="source" clause={clause} basis={basis} />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

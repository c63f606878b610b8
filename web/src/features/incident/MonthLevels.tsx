import type { IncidentMonth } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { hoursAndMinutes } from "./clock";
import { monthText } from "./month.text";

type Tally = IncidentMonth["levels"][number];

/** Each level with its counts, its rate and a bar of what came of it. */
export function MonthLevels({ data }: { data: IncidentMonth }) {
  const t = useText(monthText);
  const say = useSay();
  if (data.levels.length === 0) return <p>{t("noLevels")}</p>;
  return (
    <Block title={t("levels")}>
      <Table caption={t("levels")}>
        <thead>
          <tr>
            <th scope="col">{t("level")}</th>
            <th scope="col">{t("target")}</th>
            <th scope="col">{t("met")}</th>
            <th scope="col">{t("missed")}</th>
            <th scope="col">{t("agreed")}</th>
            <th scope="col">{t("notNeeded")}</th>
            <th scope="col">{t("open")}</th>
            <th scope="col">{t("rate")}</th>
            <th scope="col">{t("average")}</th>
            <th scope="col">{t("picture")}</th>
          </tr>
        </thead>
        <tbody>
          {[...data.levels, ...data.apart].map((level) => (
            <tr key={say(level.label)}>
              <th scope="row">
                {say(level.label)}
                <small className="quiet">
                  {" "}
                  {t(level.nature === "effort_target" ? "effort" : "binding")} {level.clause}
                </small>
              </th>
              <td className="number">
                {level.allowed_seconds > 0 ? hoursAndMinutes(level.allowed_seconds) : "—"}
              </td>
              <td className="number">{level.met}</td>
              <td className="number">{level.missed}</td>
              <td className="number">{level.agreed}</td>
              <td className="number">{level.not_needed}</td>
              <td className="number">{level.open}</td>
              <td className="number">
                <strong>{rateOf(level)}</strong>
              </td>
              <td className="number">
                {level.average_seconds == null ? "—" : hoursAndMinutes(level.average_seconds)}
              </td>
              <td>
                <Bar level={level} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

const rateOf = ({ permille }: Tally): string => (permille == null ? "—" : `${(permille / 10).toFixed(1)}%`);

function Bar({ level }: { level: Tally }) {
  const t = useText(monthText);
  const { met, missed, agreed, not_needed: notNeeded, open } = level;
  const parts = { met, missed, agreed, notNeeded, open };
  return (
    <div className="month-bar" role="img" aria-label={t("pictureOf", parts)}>
      {Object.entries(parts).map(
        ([kind, count]) => count > 0 && <span key={kind} data-kind={kind} style={{ flexGrow: count }} />,
      )}
    </div>
  );
}

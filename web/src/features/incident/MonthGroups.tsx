import { useState } from "react";
import type { IncidentMonth } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { Block } from "../../ui/Page";
import { FilterSelect } from "../../ui/SearchField";
import { Table } from "../../ui/Table";
import { hoursAndMinutes } from "./clock";
import { monthText } from "./month.text";

type Group = IncidentMonth["groups"][number];
const ways = ["class", "site", "model", "cause"] as const satisfies readonly Group["by"][];

const meanElapsed = ({ restored, elapsed_seconds }: Group): string =>
  restored === 0 ? "—" : hoursAndMinutes(Math.floor(elapsed_seconds / restored));

/** The incidents of the month by class, site, model or cause, the most first. */
export function MonthGroups({ data }: { data: IncidentMonth }) {
  const t = useText(monthText);
  const say = useSay();
  const [by, setBy] = useState<Group["by"]>("class");
  const groups = data.groups.filter((group) => group.by === by);
  const most = Math.max(1, ...groups.map(({ incidents }) => incidents));
  return (
    <Block title={t("groups")}>
      <div className="filters no-print">
        <FilterSelect
          label={t("by")}
          value={by}
          options={ways.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setBy(ways.find((each) => each === value) ?? "class")}
        />
      </div>
      <Table caption={`${t("groups")}: ${t(by)}`}>
        <thead>
          <tr>
            <th scope="col">{t(by)}</th>
            <th scope="col">{t("incidents")}</th>
            <th scope="col">{t("picture")}</th>
            {data.levels.map(({ level, label }) => (
              <th key={level} scope="col">
                {t("missedOf", { level: say(label) })}
              </th>
            ))}
            <th scope="col">{t("elapsedMean")}</th>
            <th scope="col">{t("worked")}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.name.ja}>
              <th scope="row">{say(group.name)}</th>
              <td className="number">{group.incidents}</td>
              <td>
                <div className="month-count" aria-hidden="true">
                  <span style={{ inlineSize: `${(100 * group.incidents) / most}%` }} />
                </div>
              </td>
              {data.levels.map(({ level }, index) => (
                <td key={level} className="number">
                  {group.missed[index] ?? 0}
                </td>
              ))}
              <td className="number">{meanElapsed(group)}</td>
              <td className="number">{hoursAndMinutes(group.work_minutes * 60)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

import { Link } from "@tanstack/react-router";
import type { IncidentMonth } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { hoursAndMinutes } from "./clock";
import { evidenceStanding } from "./incident.text";
import { monthText } from "./month.text";

type Kept = IncidentMonth["differences"][number]["was"];

/** Where the month counts otherwise now than it was reported; nothing where it does not. */
export function MonthDifferences({ contract, data }: { contract: string; data: IncidentMonth }) {
  const t = useText(monthText);
  const say = useSay();
  if (data.differences.length === 0) return null;
  const numberOf = (id: string) =>
    data.incidents.find((each) => each.id === id)?.case_number || t("noNumber");
  const labelOf = (level: string) => {
    const label = data.levels.find((each) => each.level === level)?.label;
    return label ? say(label) : level;
  };
  return (
    <Block title={t("differences")}>
      <p className="quiet">{t("differencesAbout")}</p>
      <Table caption={t("differences")}>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("level")}</th>
            <th scope="col">{t("was")}</th>
            <th scope="col">{t("is")}</th>
          </tr>
        </thead>
        <tbody>
          {data.differences.map(({ incident_id: id, level, was, is }) => (
            <tr key={`${id} ${level}`}>
              <th scope="row">
                <Link to="/contracts/$contract/incidents/$incident" params={{ contract, incident: id }}>
                  {numberOf(id)}
                </Link>
              </th>
              <td>{labelOf(level)}</td>
              <td>
                <KeptClock kept={was} />
              </td>
              <td>
                <KeptClock kept={is} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

function KeptClock({ kept }: { kept?: Kept }) {
  const t = useText(monthText);
  const standing = useText(evidenceStanding);
  if (!kept) return t("notCounted");
  return `${standing(kept.standing)} ${hoursAndMinutes(kept.used_seconds)}`;
}

import { Link } from "@tanstack/react-router";
import type { IncidentMonth } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Chip, type ChipTone } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { hoursAndMinutes } from "./clock";
import { evidenceStanding } from "./incident.text";
import { monthText } from "./month.text";

type Case = IncidentMonth["incidents"][number];
type Clock = Case["clocks"][number];

const tones: Record<Clock["standing"], ChipTone> = {
  not_begun: "neutral",
  running: "blue",
  waiting: "yellow",
  met: "green",
  missed: "red",
  agreed: "neutral",
  not_needed: "neutral",
  measured: "neutral",
  not_applied: "neutral",
};

/** Every incident of the month with what each level came to. */
export function MonthCases({ contract, data }: { contract: string; data: IncidentMonth }) {
  const t = useText(monthText);
  const say = useSay();
  return (
    <Block title={t("each")}>
      <Table caption={t("each")}>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("instructed")}</th>
            <th scope="col">{t("site")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("cause")}</th>
            {data.levels.map(({ level, label }) => (
              <th key={level} scope="col">
                {say(label)}
              </th>
            ))}
            <th scope="col">{t("elapsed")}</th>
            <th scope="col">{t("worked")}</th>
          </tr>
        </thead>
        <tbody>
          {data.incidents.map((each) => (
            <Row key={each.id} contract={contract} each={each} />
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

function Row({ contract, each }: { contract: string; each: Case }) {
  const t = useText(monthText);
  const spoken = useLanguage();
  return (
    <tr>
      <th scope="row">
        <Link to="/contracts/$contract/incidents/$incident" params={{ contract, incident: each.id }}>
          {each.case_number || t("noNumber")}
        </Link>
      </th>
      <td>{sayInstant(each.instructed_at, spoken)}</td>
      <td>{each.site_name}</td>
      <td className="incident-what">
        {each.phenomenon}
        {each.note && (
          <p className="prewrap">
            <strong>{t("note")}</strong> {each.note}
          </p>
        )}
      </td>
      <td className="incident-what">{each.cause}</td>
      {each.clocks.map((clock) => (
        <td key={clock.level}>
          <Level clock={clock} />
        </td>
      ))}
      <td className="number">{each.elapsed_seconds == null ? "—" : hoursAndMinutes(each.elapsed_seconds)}</td>
      <td className="number">{hoursAndMinutes(each.work_minutes * 60)}</td>
    </tr>
  );
}

function Level({ clock }: { clock: Clock }) {
  const t = useText(monthText);
  const standing = useText(evidenceStanding);
  return (
    <>
      <Chip tone={tones[clock.standing]}>{standing(clock.standing)}</Chip>{" "}
      {clock.standing !== "not_needed" && hoursAndMinutes(clock.used_seconds)}
      {clock.standing === "missed" && (
        <p className="incident-what">{clock.reason || <em className="quiet">{t("noReason")}</em>}</p>
      )}
    </>
  );
}

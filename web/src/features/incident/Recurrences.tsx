import { Link } from "@tanstack/react-router";
import type { IncidentTrend } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Chip, type ChipTone } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { ProposeLink } from "./ProposeLink";
import { shareText } from "./share";
import { trendText, verdictText } from "./trend.text";

type Found = IncidentTrend["units"][number];

const looks: Record<Found["verdict"], { tone: ChipTone; sign: string }> = {
  striking: { tone: "red", sign: "▲" },
  noticeable: { tone: "yellow", sign: "△" },
  usual: { tone: "green", sign: "○" },
  too_few: { tone: "neutral", sign: "－" },
  alone: { tone: "neutral", sign: "－" },
};

interface Props {
  contract: string;
  /** The window that a proposal is drafted from. */
  on: string;
  months: number;
  what: "units" | "models" | "sites";
  found: readonly Found[];
  all: number;
}

/** Units, models or sites with their faults, the least likely first. */
export function Recurrences({ contract, what, found, all, on, months }: Props) {
  const t = useText(trendText);
  const most = Math.max(1, ...found.map(({ faults, expected }) => Math.max(faults, expected)));
  const about = { units: "unitsAbout", models: "modelsAbout", sites: "sitesAbout" } as const;
  const name = { units: "unit", models: "model", sites: "site" } as const;
  return (
    <Block title={t(what)}>
      <p className="quiet">{t(about[what])}</p>
      {found.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Table caption={t(what)}>
          <thead>
            <tr>
              <th scope="col">{t(name[what])}</th>
              <th scope="col">{t("faults")}</th>
              <th scope="col">{t("expected")}</th>
              <th scope="col">{t("picture")}</th>
              <th scope="col">{t("chance")}</th>
              <th scope="col">{t("corrected")}</th>
              <th scope="col">{t("interval")}</th>
              <th scope="col">{t("last")}</th>
              <th scope="col">{t("says")}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((each) => (
              <Row
                key={`${each.class} ${each.id}`}
                contract={contract}
                found={each}
                most={most}
                on={on}
                months={months}
              />
            ))}
          </tbody>
        </Table>
      )}
      {all > found.length && <p className="quiet">{t("shown", { all, shown: found.length })}</p>}
    </Block>
  );
}

interface RowProps extends Pick<Props, "contract" | "on" | "months"> {
  found: Found;
  most: number;
}

function Row({ contract, found, most, on, months }: RowProps) {
  const t = useText(trendText);
  const verdict = useText(verdictText);
  const say = useSay();
  const spoken = useLanguage();
  const share = (value: number | null | undefined) => (value == null ? "—" : shareText(value, t("less")));
  return (
    <tr>
      <th scope="row">
        <Name contract={contract} found={found} />
      </th>
      <td className="number">{found.faults}</td>
      <td className="number">{found.expected.toFixed(1)}</td>
      <td>
        <div className="trend-bar" aria-hidden="true">
          <span style={{ inlineSize: `${(100 * found.faults) / most}%` }} />
          <i style={{ insetInlineStart: `${(100 * found.expected) / most}%` }} />
        </div>
      </td>
      <td className="number">{share(found.chance)}</td>
      <td className="number">{share(found.corrected)}</td>
      <td className="number">
        {found.interval_days == null ? "—" : t("intervalOf", { days: found.interval_days })}
      </td>
      <td>{sayDay(found.last_on, spoken)}</td>
      <td className="trend-says">
        <Chip {...looks[found.verdict]}>{verdict(found.verdict)}</Chip> {say(found.sentence)}
        {found.verdict !== "too_few" && (
          <ProposeLink
            contract={contract}
            about={{ ground: found.subject, of: found.id, class: found.class || undefined, on, months }}
            name={found.name}
          />
        )}
      </td>
    </tr>
  );
}

function Name({ contract, found }: { contract: string; found: Found }) {
  const say = useSay();
  if (found.subject === "site")
    return (
      <Link to="/contracts/$contract/sites/$site" params={{ contract, site: found.id }}>
        {found.name}
      </Link>
    );
  if (found.subject === "model")
    return (
      <>
        {found.name || say(found.class_label)}
        <br />
        <small>{say(found.class_label)}</small>
      </>
    );
  return (
    <>
      <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: found.id }}>
        {found.name}
      </Link>
      <br />
      <small>{[found.model || say(found.class_label), found.site_name].filter(Boolean).join("、")}</small>
    </>
  );
}

import type { IncidentTrend } from "../../api/types";
import { BurnUp } from "../../chart/BurnUp";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayMonthShort } from "../../lib/month";
import { Chip, type ChipTone } from "../../ui/Chip";
import { Table } from "../../ui/Table";
import { ProposeLink } from "./ProposeLink";
import { standingText, trendText } from "./trend.text";

type EstimateData = IncidentTrend["estimates"][number];

const looks: Record<EstimateData["standing"], { tone: ChipTone; sign: string }> = {
  not_begun: { tone: "neutral", sign: "－" },
  within: { tone: "green", sign: "○" },
  may_pass: { tone: "yellow", sign: "△" },
  will_pass: { tone: "red", sign: "▲" },
  passed: { tone: "red", sign: "×" },
};

interface Props {
  contract: string;
  on: string;
  months: number;
  estimate: EstimateData;
}

/** One estimate: what its recoveries say, a picture of them, and the same as a table. */
export function Estimate({ contract, on, months: back, estimate }: Props) {
  const t = useText(trendText);
  const standing = useText(standingText);
  const say = useSay();
  const spoken = useLanguage();
  const { label, limit, months, months_ahead, low, middle, high, clause } = estimate;
  return (
    <section className="estimate" aria-label={say(label)}>
      <h3>
        {say(label)} <small>{clause}</small>
      </h3>
      <p>
        <Chip {...looks[estimate.standing]}>{standing(estimate.standing)}</Chip> {say(estimate.sentence)}
        <ProposeLink
          contract={contract}
          about={{ ground: "estimate", of: estimate.quota, on, months: back }}
          name={say(label)}
        />
      </p>
      <BurnUp
        said={say(estimate.sentence)}
        months={months}
        ahead={months_ahead}
        limit={limit}
        outlook={{ low, middle, high }}
        words={{ actual: t("actual"), limit: t("limitOf", { limit }), band: t("band") }}
      />
      <Table caption={say(label)}>
        <thead>
          <tr>
            <th scope="col">{t("month")}</th>
            <th scope="col">{t("runs")}</th>
            <th scope="col">{t("together")}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, runs, together }) => (
            <tr key={month}>
              <th scope="row">{sayMonthShort(month, spoken)}</th>
              <td className="number">{runs}</td>
              <td className="number">{together}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("limit")}</th>
            <td />
            <td className="number">{limit}</td>
          </tr>
          {estimate.standing !== "not_begun" && (
            <tr>
              <th scope="row">{t("outlook")}</th>
              <td />
              <td className="number">{t("outlookOf", { low, middle, high })}</td>
            </tr>
          )}
        </tfoot>
      </Table>
    </section>
  );
}

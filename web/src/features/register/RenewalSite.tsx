import { Link } from "@tanstack/react-router";
import { useContractId } from "../../api/contract";
import type { RenewalUnit, SiteRenewal } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayDays, sayInstant } from "../../lib/wareki";
import { Chip } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { factsText, renewalText } from "./facts.text";
import { unitText } from "./unit.text";

/** The plans that one site had, and each of its devices. */
export function SiteUnits({ site, units }: { site: SiteRenewal; units: readonly RenewalUnit[] }) {
  const t = useText(renewalText);
  return (
    <Block title={t("units", { site: site.site || t("siteNone") })} count={units.length}>
      <Plans site={site} />
      <Units units={units} />
    </Block>
  );
}

function Plans({ site }: { site: SiteRenewal }) {
  const t = useText(renewalText);
  const facts = useText(factsText);
  const spoken = useLanguage();
  return (
    <Table caption={t("history")}>
      <thead>
        <tr>
          <th scope="col">{facts("plan")}</th>
          <th scope="col">{t("historyUnits")}</th>
          <th scope="col">{facts("reason")}</th>
          <th scope="col">{facts("enteredBy")}</th>
        </tr>
      </thead>
      <tbody>
        {[...site.history].reverse().map(({ plan, units }) => (
          <tr key={`${plan.entered_at ?? ""} ${plan.stated_in}`}>
            <th scope="row">
              {sayDays(plan.from, plan.to, spoken)}
              {plan.about && facts("about")}
            </th>
            <td className="number">{units}</td>
            <td>{plan.reason || plan.stated_in}</td>
            <td>{plan.entered_at ? `${sayInstant(plan.entered_at, spoken)} ${plan.entered_by}` : "－"}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Units({ units }: { units: readonly RenewalUnit[] }) {
  const t = useText(renewalText);
  const unitWords = useText(unitText);
  const facts = useText(factsText);
  const say = useSay();
  const spoken = useLanguage();
  const contract = useContractId();
  return (
    <Table caption={t("which")}>
      <thead>
        <tr>
          <th scope="col">{unitWords("number")}</th>
          <th scope="col">{unitWords("class")}</th>
          <th scope="col">{unitWords("model")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("plan")}</th>
          <th scope="col">{t("actual")}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">
              <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: unit.id }}>
                {unit.number}
              </Link>
            </th>
            <td>{say(unit.label)}</td>
            <td>{unit.model}</td>
            <td>
              <Chip
                tone={unit.state === "done" ? "green" : "neutral"}
                sign={unit.state === "done" ? "○" : "－"}
              >
                {unit.ends ? facts("ends") : facts(unit.state === "done" ? "stateDone" : "stateLeft")}
              </Chip>
            </td>
            <td>
              {unit.state === "left" && unit.planned_from && unit.planned_to
                ? sayDays(unit.planned_from, unit.planned_to, spoken)
                : "－"}
            </td>
            <td>{unit.actual ? sayDay(unit.actual, spoken) : "－"}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { useRowMutation } from "../../api/row-mutation";
import type { Visit } from "../../api/types";
import { message, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Check, SelectField } from "../../ui/Field";
import { Block } from "../../ui/Page";
import { refreshVisits, sparesQuery, tickVisit, untickVisit } from "./visit.queries";
import { visitText } from "./visit.text";

interface Props {
  contract: string;
  visit: Visit;
}
type Item = Visit["checks"][number];

/** What the contract wants to be seen to before the visit, as ticks large enough for a thumb. */
export function Checklist({ contract, visit }: Props) {
  const t = useText(visitText);
  if (visit.checks.length === 0) return null;
  return (
    <Block title={t("checklist")}>
      <ul className="visit-checks">
        {visit.checks.map((item) => (
          <CheckItem key={item.id} contract={contract} visit={visit} item={item} />
        ))}
      </ul>
      {visit.unticked_reason && (
        <p className="prewrap">
          {t("untickedReason")}: {visit.unticked_reason}
        </p>
      )}
    </Block>
  );
}

function CheckItem({ contract, visit, item }: Props & { item: Item }) {
  const t = useText(visitText);
  const say = useSay();
  const client = useQueryClient();
  const [spare, setSpare] = useState("");
  const [missing, setMissing] = useState(false);
  const may = visit.acts.includes("tick");
  const refresh = () => refreshVisits(client, contract);
  const mutation = useRowMutation(
    visit,
    (row, ticked: boolean) =>
      ticked ? tickVisit(contract, row, item.id, spare) : untickVisit(contract, row, item.id),
    { written: false, onSuccess: refresh, onConflict: refresh },
  );
  const ticked = Boolean(item.ticked_at);
  const change = (on: boolean) => {
    setMissing(on && item.spare && spare === "");
    if (!on || !item.spare || spare !== "") mutation.mutate(on);
  };
  return (
    <li className="visit-check" data-ticked={ticked ? "yes" : "no"}>
      {item.spare && may && !ticked && (
        <SpareField
          contract={contract}
          deviceClass={visit.class}
          value={spare}
          missing={missing}
          onChange={setSpare}
        />
      )}
      <Check
        label={say(item.label)}
        checked={mutation.isPending ? mutation.variables : ticked}
        disabled={!may || mutation.isPending}
        onChange={change}
      />
      {item.ticked_at && (
        <p className="quiet">
          {sayInstant(item.ticked_at)} {item.ticked_by}
          {item.spare_number && ` ${item.spare_number} ${item.spare_model}`}
        </p>
      )}
      <small className="quiet">{item.clause}</small>
      {mutation.error && <ProblemBanner problem={problemOf(mutation.error)} />}
      {missing && <span className="visually-hidden">{t("needsSpare")}</span>}
    </li>
  );
}

interface SpareProps {
  contract: string;
  deviceClass: string;
  value: string;
  missing: boolean;
  onChange: (value: string) => void;
}

function SpareField({ contract, deviceClass, value, missing, onChange }: SpareProps) {
  const t = useText(visitText);
  const { data } = useQuery(sparesQuery(contract, deviceClass));
  const units = data?.items ?? [];
  if (data && units.length === 0) return <p className="quiet">{t("noSpare")}</p>;
  return (
    <SelectField
      name="spare"
      label={t("spare")}
      hint={t("spareHint")}
      none={t("choose")}
      value={value}
      onChange={onChange}
      error={missing && value === "" ? message(visitText, "needsSpare") : undefined}
      options={units.map(({ id, number, model, site }) => ({
        value: id,
        label: `${number} ${model} ${site}`,
      }))}
    />
  );
}

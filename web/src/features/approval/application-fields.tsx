import { useQuery } from "@tanstack/react-query";
import { devicesQuery, sitesQuery } from "../../api/contract";
import type { Approval, ApprovalFormKind } from "../../api/types";
import { type Message, useSay, useText } from "../../lib/i18n";
import { DateField } from "../../ui/DateField";
import { Check, FieldGroup, SelectField, TextField } from "../../ui/Field";
import type { Values } from "./application";
import { needsOf } from "./approval";
import { approvalText } from "./approval.text";

export type Bind = <K extends keyof Values & string>(
  name: K,
) => {
  name: K;
  value: Values[K];
  error: Message | undefined;
  onChange: (value: Values[K]) => void;
};

const toggled = (all: string[], id: string, chosen: boolean): string[] =>
  chosen ? [...all, id] : all.filter((each) => each !== id);

export function Acts({ acts, bind }: { acts: Approval["acts"]; bind: Bind }) {
  const t = useText(approvalText);
  const say = useSay();
  const { name, value, error, onChange } = bind("acts");
  return (
    <FieldGroup name={name} label={t("acts")} error={error} required>
      <div className="choices">
        {acts.map(({ id, label }) => (
          <Check
            key={id}
            label={say(label)}
            checked={value.includes(id)}
            onChange={(chosen) => onChange(toggled(value, id, chosen))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

interface PlaceProps {
  contract: string;
  kind: ApprovalFormKind | undefined;
  bind: Bind;
  set: (change: Partial<Values>) => void;
}

/** Site, room and devices, as far as the kind wants to know them. */
export function Place({ contract, kind, bind, set }: PlaceProps) {
  const t = useText(approvalText);
  const needs = needsOf(kind);
  const site = bind("site_id");
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  return (
    <>
      {sites.length > 0 && (
        <SelectField
          {...site}
          label={t("site")}
          {...(needs.site ? { required: true } : { optional: true })}
          none={needs.site ? t("choose") : t("noSite")}
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(site_id) => set({ site_id, devices: [] })}
        />
      )}
      {needs.room && <TextField {...bind("room")} label={t("room")} required maxLength={200} />}
      {needs.devices && site.value !== "" && <Devices contract={contract} site={site.value} bind={bind} />}
    </>
  );
}

function Devices({ contract, site, bind }: { contract: string; site: string; bind: Bind }) {
  const t = useText(approvalText);
  const { name, value, error, onChange } = bind("devices");
  const devices = useQuery(devicesQuery(contract, site)).data?.items ?? [];
  if (devices.length === 0) return null;
  return (
    <FieldGroup name={name} label={t("devices")} hint={t("allDevices")} error={error} optional>
      <div className="choices">
        {devices.map(({ id, number, model }) => (
          <Check
            key={id}
            label={`${number} ${model}`}
            checked={value.includes(id)}
            onChange={(chosen) => onChange(toggled(value, id, chosen))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** From and until, each a day and a time of day. */
export function Period({ bind }: { bind: Bind }) {
  const t = useText(approvalText);
  return (
    <>
      <div className="form-row" data-moment>
        <DateField {...bind("from")} label={t("fromDay")} hint={t("fromHint")} optional />
        <TextField
          {...bind("from_time")}
          label={t("fromTime")}
          hint={t("fromTimeHint")}
          optional
          maxLength={5}
          autoComplete="off"
        />
      </div>
      <div className="form-row" data-moment>
        <DateField {...bind("until")} label={t("untilDay")} hint={t("untilHint")} optional />
        <TextField
          {...bind("until_time")}
          label={t("untilTime")}
          hint={t("untilTimeHint")}
          optional
          maxLength={5}
          autoComplete="off"
        />
      </div>
    </>
  );
}

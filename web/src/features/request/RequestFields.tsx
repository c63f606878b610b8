import { useQuery } from "@tanstack/react-query";
import { devicesQuery, sitesQuery } from "../../api/contract";
import { useWritingSites } from "../../api/session";
import type { Contract, WorkRequest } from "../../api/types";
import type { Errors } from "../../lib/form";
import { type Message, message, useSay, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { DateField } from "../../ui/DateField";
import { Check, FieldGroup, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { requestText } from "./request.text";
import { columnTitle } from "./request-columns";

/** What the city writes of a request. */
export interface RequestValues {
  title: string;
  body: string;
  work_types: string[];
  site_id: string;
  device_id: string;
  entered_on: string;
  wish_on: string;
  city_person: string;
  division: string;
  division_person: string;
}

export const valuesOf = (row: WorkRequest): RequestValues => ({
  title: row.title,
  body: row.body,
  work_types: row.work_types,
  site_id: row.site_id ?? "",
  device_id: row.device_id ?? "",
  entered_on: row.entered_on,
  wish_on: row.wish_on ?? "",
  city_person: row.city_person,
  division: row.division,
  division_person: row.division_person,
});

export function requestErrors(values: RequestValues): Errors<RequestValues> {
  const errors: Errors<RequestValues> = {};
  const entered = parseWrittenDay(values.entered_on);
  const wish = parseWrittenDay(values.wish_on);
  if (values.title.trim() === "") errors.title = message(requestText, "enterTitle");
  if (values.body.trim() === "") errors.body = message(requestText, "enterBody");
  if (!entered) errors.entered_on = message(requestText, "chooseDay");
  if (!wish) errors.wish_on = message(requestText, values.wish_on === "" ? "chooseWish" : "chooseDay");
  else if (entered && wish < entered) errors.wish_on = message(requestText, "wishBeforeEntry");
  return errors;
}

export const requestBody = (values: RequestValues) => ({
  ...values,
  title: values.title.trim(),
  body: values.body.trim(),
  site_id: values.site_id || null,
  device_id: values.device_id || null,
});

/** How a form of these values, or of more, hands out its fields. */
export type Bind = <K extends keyof RequestValues & string>(
  name: K,
) => {
  name: K;
  value: RequestValues[K];
  error: Message | undefined;
  onChange: (value: RequestValues[K]) => void;
};

interface Props {
  contract: Contract;
  bind: Bind;
  /** What else changes when the day of entry does. */
  onEntered?: (day: string) => void;
}

export function RequestFields({ contract, bind, onEntered }: Props) {
  const t = useText(requestText);
  const say = useSay();
  const title = (
    key: "title" | "body" | "entered_on" | "wish_on" | "city_person" | "division" | "division_person",
  ) => say(columnTitle(contract, key));
  const entered = bind("entered_on");
  return (
    <>
      <TextField {...bind("title")} label={title("title")} required maxLength={200} />
      <TextAreaField
        {...bind("body")}
        label={title("body")}
        hint={t("bodyHint")}
        required
        rows={6}
        maxLength={5000}
      />
      <WorkTypes contract={contract} bind={bind} />
      <PlaceFields contract={contract} bind={bind} />
      <DateField
        {...entered}
        label={title("entered_on")}
        required
        onChange={(day) => {
          entered.onChange(day);
          onEntered?.(day);
        }}
      />
      <DateField {...bind("wish_on")} label={title("wish_on")} required />
      <TextField {...bind("city_person")} label={title("city_person")} optional maxLength={200} />
      <div className="form-row">
        <TextField {...bind("division")} label={title("division")} optional maxLength={200} />
        <TextField {...bind("division_person")} label={title("division_person")} optional maxLength={200} />
      </div>
    </>
  );
}

function WorkTypes({ contract, bind }: Props) {
  const t = useText(requestText);
  const say = useSay();
  const { name, value, error, onChange } = bind("work_types");
  return (
    <FieldGroup name={name} label={t("workType")} error={error} optional>
      <div className="choices">
        {contract.work_types.map(({ id, label, in_scope }) => (
          <Check
            key={id}
            label={
              <>
                {say(label)}
                {!in_scope && <small className="quiet">{t("outOfScope")}</small>}
              </>
            }
            checked={value.includes(id)}
            onChange={(chosen) => onChange(chosen ? [...value, id] : value.filter((each) => each !== id))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function PlaceFields({ contract, bind }: Props) {
  const t = useText(requestText);
  const site = bind("site_id");
  const device = bind("device_id");
  const own = useWritingSites(contract.id);
  const all = useQuery(sitesQuery(contract.id)).data?.items ?? [];
  const sites = own ? all.filter(({ id }) => own.includes(id)) : all;
  const devices = useQuery(devicesQuery(contract.id, site.value)).data?.items ?? [];
  if (sites.length === 0) return null;
  return (
    <div className="form-row">
      <SelectField
        {...site}
        label={t("site")}
        {...(own ? { required: true, none: t("chooseSite") } : { optional: true, none: t("noSite") })}
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          site.onChange(id);
          device.onChange("");
        }}
      />
      {devices.length > 0 && (
        <SelectField
          {...device}
          label={t("device")}
          optional
          none={t("noSite")}
          options={devices.map(({ id, number, model }) => ({ value: id, label: `${number} ${model}` }))}
        />
      )}
    </div>
  );
}

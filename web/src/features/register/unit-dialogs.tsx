import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sitesQuery } from "../../api/contract";
import { today } from "../../api/session";
import type { Movement, Unit, WholeUnit } from "../../api/types";
import { language, type Message, message, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { SeatPlaces } from "../../parts/SeatPlaces";
import { Banner } from "../../ui/Banner";
import { DateField } from "../../ui/DateField";
import { Check, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { openRequestsQuery } from "./media.queries";
import { missing, wrongDays } from "./moments";
import { RecordDialog } from "./RecordDialog";
import { stockQuery } from "./repair.queries";
import { exchangeUnit, moveCauses, moveUnit, spareFits, sparesQuery, unitUses } from "./unit.queries";
import { moveCause, unitText, unitUse } from "./unit.text";

const label = (key: keyof typeof unitText & string) => message(unitText, key as "number");

interface Props {
  contract: string;
  unit: Unit;
  onClose: () => void;
}

const useSites = (contract: string) =>
  (useQuery(sitesQuery(contract)).data?.items ?? []).map(({ id, number, name }) => ({
    value: id,
    label: `${number} ${name}`,
  }));

const useJobs = (contract: string) =>
  (useQuery(openRequestsQuery(contract)).data?.items ?? []).map(({ id, number, title }) => ({
    value: id,
    label: `${number} ${title}`,
  }));

/** Records that a device came to another place or use. */
export function MoveDialog({ contract, unit, onClose }: Props) {
  const t = useText(unitText);
  const use = useText(unitUse);
  const cause = useText(moveCause);
  const sites = useSites(contract);
  const jobs = useJobs(contract);
  return (
    <RecordDialog
      row={{ contract, kind: "register", id: unit.id }}
      title={t("move")}
      initial={{
        on: today(),
        planned_on: "",
        site_id: unit.site_id ?? "",
        place: unit.place,
        use: unit.use as string,
        cause: "relocation" as string,
        request_id: "",
        address: "",
        note: "",
      }}
      validate={(values) => ({
        ...missing(values, { on: label("movedOn") }),
        ...wrongDays(values, { on: label("movedOn"), planned_on: label("plannedOn") }),
      })}
      send={(values) =>
        moveUnit(contract, unit.id, {
          ...values,
          site_id: values.site_id || null,
          request_id: values.request_id || null,
          use: values.use as Unit["use"],
          cause: values.cause as Movement["cause"],
          address: values.address.trim() || null,
          planned_on: values.planned_on || null,
        })
      }
      done={message(unitText, "moved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField {...form.bind("on")} label={t("movedOn")} required />
          <DateField {...form.bind("planned_on")} label={t("plannedOn")} hint={t("plannedOnHint")} optional />
          <SelectField {...form.bind("site_id")} label={t("site")} none={t("siteNone")} options={sites} />
          <TextField {...form.bind("place")} label={t("place")} optional maxLength={200} list="seats" />
          <SeatPlaces id="seats" contract={contract} site={form.values.site_id} />
          <SelectField
            {...form.bind("use")}
            label={t("use")}
            options={unitUses.map((value) => ({ value, label: use(value) }))}
          />
          <SelectField
            {...form.bind("cause")}
            label={t("cause")}
            options={moveCauses.map((value) => ({ value, label: cause(value) }))}
          />
          <TextField
            {...form.bind("address")}
            label={t("newAddress")}
            hint={t("newAddressHint")}
            optional
            maxLength={60}
          />
          <SelectField {...form.bind("request_id")} label={t("job")} none={t("jobNone")} options={jobs} />
          <TextAreaField {...form.bind("note")} label={t("note")} optional rows={2} maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

const takenUses = unitUses.filter((value) => value !== "in_service" && value !== "planned");

interface ExchangeProps extends Props {
  /** After it was recorded: the spares that come to an end by it, if they do. */
  onExchanged: (low: WholeUnit["spares_low"]) => void;
}

/** Records that a spare took the place of a device, and where the device was taken. */
export function ExchangeDialog({ contract, unit, onExchanged, onClose }: ExchangeProps) {
  const t = useText(unitText);
  const use = useText(unitUse);
  const sites = useSites(contract);
  const jobs = useJobs(contract);
  return (
    <RecordDialog
      row={{ contract, kind: "register", id: unit.id }}
      title={t("exchange")}
      initial={{
        on: today(),
        spare_id: "",
        site_id: "",
        place: "",
        use: "repair" as string,
        request_id: "",
        note: "",
      }}
      validate={(values) => ({
        ...missing(values, { on: label("exchangedOn"), spare_id: label("spare") }),
        ...wrongDays(values, { on: label("exchangedOn") }),
      })}
      send={async (values) => {
        const whole = await exchangeUnit(contract, unit.id, {
          ...values,
          site_id: values.site_id || null,
          request_id: values.request_id || null,
          use: values.use as Unit["use"],
        });
        onExchanged(whole.spares_low);
      }}
      done={message(unitText, "exchanged")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField {...form.bind("on")} label={t("exchangedOn")} required />
          <Spares contract={contract} unit={unit} on={form.values.on} bound={form.bind("spare_id")} />
          <SelectField {...form.bind("site_id")} label={t("takenTo")} none={t("siteNone")} options={sites} />
          <TextField {...form.bind("place")} label={t("takenPlace")} optional maxLength={200} list="seats" />
          <SeatPlaces id="seats" contract={contract} site={form.values.site_id} />
          <SelectField
            {...form.bind("use")}
            label={t("takenUse")}
            options={takenUses.map((value) => ({ value, label: use(value) }))}
          />
          <SelectField {...form.bind("request_id")} label={t("job")} none={t("jobNone")} options={jobs} />
          <TextAreaField {...form.bind("note")} label={t("note")} optional rows={2} maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

type Bound = Omit<Parameters<typeof SelectField>[0], "label" | "options">;

function Spares({ contract, unit, on, bound }: { contract: string; unit: Unit; on: string; bound: Bound }) {
  const t = useText(unitText);
  const { data } = useQuery(sparesQuery(contract, unit.class, /^\d{4}-\d\d-\d\d$/.test(on) ? on : ""));
  const [others, setOthers] = useState(false);
  if (data && data.items.length === 0) return <p className="quiet">{t("noSpares")}</p>;
  const fitting = (data?.items ?? []).filter((spare) => spareFits(unit, spare));
  const offered = others ? (data?.items ?? []) : fitting;
  const chosen = data?.items.find(({ id }) => id === bound.value);
  return (
    <>
      <SelectField
        {...bound}
        label={t("spare")}
        required
        none=""
        options={offered.map(({ id, number, model, site }) => ({
          value: id,
          label: [number, model, site].filter(Boolean).join(" "),
        }))}
      />
      {data && fitting.length < data.items.length && (
        <Check label={t("otherSpares")} checked={others} onChange={setOthers} />
      )}
      {data && fitting.length === 0 && !others && <p className="quiet">{t("noFittingSpares")}</p>}
      {chosen && !spareFits(unit, chosen) && <Banner tone="warning">{t("lentSpare")}</Banner>}
      {chosen && <SparesAfter contract={contract} spare={chosen} />}
    </>
  );
}

/** Says before the exchange that it takes one of the last spares of its model. */
function SparesAfter({ contract, spare }: { contract: string; spare: Unit }) {
  const say = useSay();
  const { data: stock } = useQuery(stockQuery(contract));
  const model = stock?.has_repairs
    ? stock.items.find((each) => each.class === spare.class && each.model === spare.model)
    : undefined;
  if (!model || (model.spares > 1 && model.state === "fine")) return null;
  return (
    <Banner tone="warning">
      {say(sparesLeft({ model: model.model, spares: Math.max(model.spares - 1, 0), runs_out_on: null }))}
    </Banner>
  );
}

/** What is said of the spares that are left of a model. */
export function sparesLeft({ model, spares, runs_out_on }: NonNullable<WholeUnit["spares_low"]>): Message {
  if (spares === 0) return message(unitText, "sparesNone", { model });
  return runs_out_on
    ? message(unitText, "sparesLowUntil", { model, count: spares, day: sayDay(runs_out_on, language()) })
    : message(unitText, "sparesLow", { model, count: spares });
}

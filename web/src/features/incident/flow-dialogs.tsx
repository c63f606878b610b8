import { useQuery } from "@tanstack/react-query";
import { sitesQuery } from "../../api/contract";
import { now, useMay, useSession } from "../../api/session";
import type { Incident, IncidentFlow, IncidentFlowStep, IncidentStepAct } from "../../api/types";
import { wallClock } from "../../lib/day";
import { type Message, message, useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { ChoiceField, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { chooseBranch, incidentSparesQuery, swapUnits, takeStep, takeStepBack } from "./flow.queries";
import { flowText, stepAct } from "./flow.text";
import { RecordDialog } from "./RecordDialog";

interface Props {
  contract: string;
  incident: Incident;
  onClose: () => void;
}

type FlowKey =
  | "at"
  | "person"
  | "text"
  | "why"
  | "decidedBy"
  | "what"
  | "spare"
  | "by"
  | "reason"
  | "whyBack";
const fillIn = (key: FlowKey): Message => message(flowText, "fillIn", { label: message(flowText, key) });

/** Records a step: done, not needed, or decided. */
export function StepDialog({ contract, incident, step, onClose }: Props & { step: IncidentFlowStep }) {
  const t = useText(flowText);
  const say = useSay();
  const word = useText(stepAct);
  const { person } = useSession();
  const may = useMay(contract);
  const byCity = step.kind === "decision" && step.turn === "city";
  const shown = step.shown_by !== null && step.shown_by !== undefined;
  const only = step.can.length === 1 ? step.can[0] : undefined;
  const usual = step.kind === "decision" ? only : step.can.find((act) => act === "done");
  return (
    <RecordDialog
      contract={contract}
      incident={incident}
      title={say(step.label)}
      initial={{
        act: (usual ?? "") as IncidentStepAct | "",
        at: wallClock(now()),
        person: person.name,
        city_person: byCity && may("direct_incident") ? person.name : "",
        text: "",
      }}
      validate={({ act, at, person: who, city_person, text }) => ({
        ...(act === "" && { act: fillIn("what") }),
        ...(at === "" && { at: fillIn("at") }),
        ...(who.trim() === "" && { person: fillIn("person") }),
        ...(byCity && city_person.trim() === "" && { city_person: fillIn("decidedBy") }),
        ...(text.trim() === "" && act === "not_needed" && { text: fillIn("why") }),
        ...(text.trim() === "" && act === "done" && shown && { text: fillIn("text") }),
      })}
      send={({ act, ...values }, opened) =>
        takeStep(contract, opened, { ...values, act: act || "done", step: step.id })
      }
      done={message(flowText, "taken")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="field-hint">{say(step.hint)}</p>
          {shown && <p className="field-hint">{t("shownHint")}</p>}
          <ChoiceField
            {...form.bind("act")}
            label={t("what")}
            required
            options={step.can.map((act) => ({ value: act, label: word(act) }))}
          />
          <MomentField {...form.bind("at")} label={t("at")} required />
          <TextField {...form.bind("person")} label={t("person")} required maxLength={200} />
          <TextField
            {...form.bind("city_person")}
            label={byCity ? t("decidedBy") : t("cityPerson")}
            required={byCity}
            optional={!byCity}
            maxLength={200}
          />
          <TextAreaField
            {...form.bind("text")}
            label={form.values.act === "not_needed" ? t("why") : t("text")}
            required={form.values.act === "not_needed" || shown}
            optional={form.values.act !== "not_needed" && !shown}
            rows={3}
            maxLength={5000}
          />
        </>
      )}
    </RecordDialog>
  );
}

/** Takes a wrong entry of a step back; it stays readable. */
export function StepBackDialog({ contract, incident, step, onClose }: Props & { step: IncidentFlowStep }) {
  const t = useText(flowText);
  const say = useSay();
  const entry = step.entry;
  if (!entry) return null;
  return (
    <RecordDialog
      contract={contract}
      incident={incident}
      title={t("takeBackOf", { step: say(step.label) })}
      submit={t("takeBack")}
      initial={{ reason: "" }}
      validate={({ reason }) => (reason.trim() === "" ? { reason: fillIn("whyBack") } : {})}
      send={({ reason }, opened) => takeStepBack(contract, opened, entry.id, reason)}
      done={message(flowText, "takenBack")}
      onClose={onClose}
    >
      {(form) => (
        <>
          {entry.spare_id && <p className="field-hint">{t("swapBackHint")}</p>}
          <TextAreaField {...form.bind("reason")} label={t("whyBack")} required rows={2} maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

/** Chooses the flow of an incident, or another one. */
export function BranchDialog({ contract, incident, flow, onClose }: Props & { flow: IncidentFlow }) {
  const t = useText(flowText);
  const say = useSay();
  const changes = flow.branch !== null && flow.branch !== undefined;
  return (
    <RecordDialog
      contract={contract}
      incident={incident}
      title={changes ? t("change") : t("choose")}
      submit={changes ? t("change") : t("choose")}
      initial={{ branch: "", reason: "" }}
      validate={({ branch, reason }) => ({
        ...(branch === "" && { branch: fillIn("by") }),
        ...(changes && reason.trim() === "" && { reason: fillIn("reason") }),
      })}
      send={(values, opened) => chooseBranch(contract, opened, values)}
      done={message(flowText, "chosen")}
      onClose={onClose}
    >
      {(form) => (
        <>
          {changes && <p className="field-hint">{t("keeps")}</p>}
          <ChoiceField
            {...form.bind("branch")}
            label={t("by")}
            required
            options={flow.offered
              .filter(({ id }) => id !== flow.branch?.id)
              .map(({ id, label, hint }) => ({
                value: id,
                label: (
                  <>
                    {say(label)} <span className="quiet">{say(hint)}</span>
                  </>
                ),
              }))}
          />
          {changes && (
            <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={2} maxLength={5000} />
          )}
        </>
      )}
    </RecordDialog>
  );
}

/** Exchanges the failed unit for a spare; the register follows in the same act. */
export function SwapDialog({ contract, incident, step, onClose }: Props & { step: IncidentFlowStep }) {
  const t = useText(flowText);
  const { person } = useSession();
  const { data: sites } = useQuery(sitesQuery(contract));
  return (
    <RecordDialog
      contract={contract}
      incident={incident}
      title={t("swap")}
      submit={t("swap")}
      initial={{
        at: wallClock(now()),
        spare_id: "",
        person: person.name,
        city_person: incident.contact_person,
        site_id: "",
        place: "",
        text: "",
      }}
      validate={({ at, spare_id, person: who }) => ({
        ...(at === "" && { at: fillIn("at") }),
        ...(spare_id === "" && { spare_id: fillIn("spare") }),
        ...(who.trim() === "" && { person: fillIn("person") }),
      })}
      send={({ site_id, ...values }, opened) =>
        swapUnits(contract, opened, { ...values, step: step.id, site_id: site_id || null, use: "repair" })
      }
      done={message(flowText, "swapped")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="field-hint">{t("swapHint")}</p>
          <p>
            {t("failed")}{" "}
            <strong>
              {incident.device_number} {incident.device_model}
            </strong>
          </p>
          <MomentField {...form.bind("at")} label={t("at")} required />
          <SpareField
            contract={contract}
            incident={incident}
            on={form.values.at.slice(0, 10)}
            bound={form.bind("spare_id")}
          />
          <TextField {...form.bind("person")} label={t("person")} required maxLength={200} />
          <TextField {...form.bind("city_person")} label={t("cityPerson")} optional maxLength={200} />
          <SelectField
            {...form.bind("site_id")}
            label={t("takenTo")}
            none={t("stays")}
            options={(sites?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
          {form.values.site_id !== "" && (
            <TextField {...form.bind("place")} label={t("place")} optional maxLength={200} />
          )}
          <TextAreaField {...form.bind("text")} label={t("text")} optional rows={2} maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

interface SpareProps {
  contract: string;
  incident: Incident;
  on: string;
  bound: { name: string; value: string; onChange: (value: string) => void; error?: Message | undefined };
}

function SpareField({ contract, incident, on, bound }: SpareProps) {
  const t = useText(flowText);
  const say = useSay();
  const spoken = useLanguage();
  const { data } = useQuery(incidentSparesQuery(contract, incident.id, on));
  if (!data) return null;
  return (
    <>
      {data.shortage && <Banner tone="warning">{say(data.shortage)}</Banner>}
      <SelectField
        {...bound}
        label={t("spare")}
        hint={[
          t("stock", { model: data.model, count: data.spares.length }),
          data.warranty_until && t("warranty", { day: sayDay(data.warranty_until, spoken) }),
        ]
          .filter(Boolean)
          .join(" ／ ")}
        required
        none=""
        options={data.spares.map(({ id, number, site_name, place }) => ({
          value: id,
          label: [number, site_name, place].filter(Boolean).join(" "),
        }))}
      />
    </>
  );
}

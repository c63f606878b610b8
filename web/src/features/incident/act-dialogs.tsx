import { now, useMay, useSession } from "../../api/session";
import type { Incident, IncidentAct } from "../../api/types";
import { wallClock } from "../../lib/day";
import { type Message, message, useText } from "../../lib/i18n";
import { TextAreaField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { recordEntry, takeBackEntry } from "./incident.queries";
import { actButton, actTextLabel, cityPersonLabel, incidentText } from "./incident.text";
import { RecordDialog } from "./RecordDialog";

interface Props {
  contract: string;
  incident: Incident;
  onClose: () => void;
}

const needsCity: readonly IncidentAct[] = ["handed_over", "filtered", "waits", "agreed", "checked"];
const needsText: readonly IncidentAct[] = ["filtered", "waits", "restored", "reopened", "noted"];
/** Acts at which the side that records is the one that the second name is of. */
const ofCity: readonly IncidentAct[] = ["handed_over", "filtered"];

const fillIn = (label: Message): Message => message(incidentText, "fillIn", { label });

const blank = { at: "", person: "", city_person: "", text: "", appointment: "", finished_at: "" };

function errorsOf(act: IncidentAct, values: typeof blank) {
  const agreed = act === "agreed";
  return {
    ...(values.at === "" && { at: fillIn(message(incidentText, "at")) }),
    ...(values.person.trim() === "" && { person: fillIn(message(incidentText, "person")) }),
    ...(needsCity.includes(act) &&
      values.city_person.trim() === "" && { city_person: fillIn(message(cityPersonLabel, act)) }),
    ...(needsText.includes(act) && values.text.trim() === "" && { text: fillIn(message(actTextLabel, act)) }),
    ...(agreed && values.appointment === "" && { appointment: fillIn(message(incidentText, "appointment")) }),
    ...(agreed && values.finished_at === "" && { finished_at: fillIn(message(incidentText, "finishedAt")) }),
  };
}

/** Records what happened next. */
export function ActDialog({ contract, incident, act, onClose }: Props & { act: IncidentAct }) {
  const t = useText(incidentText);
  const button = useText(actButton);
  const city = useText(cityPersonLabel);
  const text = useText(actTextLabel);
  const { person } = useSession();
  const may = useMay(contract);
  const directs = may("direct_incident") && ofCity.includes(act);
  const knows = act === "contacted" || act === "checked" || act === "agreed";
  return (
    <RecordDialog
      contract={contract}
      incident={incident}
      title={button(act)}
      submit={button(act)}
      initial={{
        ...blank,
        at: wallClock(now()),
        person: person.name,
        city_person: directs ? person.name : knows ? incident.contact_person : "",
      }}
      validate={(values) => errorsOf(act, values)}
      send={({ appointment, finished_at, ...values }, opened) =>
        recordEntry(contract, opened, {
          ...values,
          act,
          appointment: appointment || null,
          finished_at: finished_at || null,
        })
      }
      done={message(incidentText, "recorded")}
      onClose={onClose}
    >
      {(form) => (
        <>
          {act === "agreed" && <p className="field-hint">{t("agreedHint")}</p>}
          <MomentField {...form.bind("at")} label={t("at")} required />
          <TextField {...form.bind("person")} label={t("person")} required maxLength={200} />
          <TextField
            {...form.bind("city_person")}
            label={city(act)}
            required={needsCity.includes(act)}
            optional={!needsCity.includes(act)}
            maxLength={200}
          />
          {act === "agreed" && (
            <>
              <MomentField {...form.bind("finished_at")} label={t("finishedAt")} required />
              <MomentField {...form.bind("appointment")} label={t("appointment")} required />
            </>
          )}
          <TextAreaField
            {...form.bind("text")}
            label={text(act)}
            required={needsText.includes(act)}
            optional={!needsText.includes(act)}
            rows={3}
            maxLength={5000}
          />
        </>
      )}
    </RecordDialog>
  );
}

/** Takes a wrong entry back; it stays readable. */
export function TakeBackDialog({
  contract,
  incident,
  entry,
  title,
  onClose,
}: Props & { entry: string; title: string }) {
  const t = useText(incidentText);
  return (
    <RecordDialog
      contract={contract}
      incident={incident}
      title={title}
      submit={t("takeBack")}
      initial={{ reason: "" }}
      validate={({ reason }) =>
        reason.trim() === "" ? { reason: fillIn(message(incidentText, "reason")) } : {}
      }
      send={({ reason }, opened) => takeBackEntry(contract, opened, entry, reason)}
      done={message(incidentText, "takenBackDone")}
      onClose={onClose}
    >
      {(form) => (
        <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={2} maxLength={1000} />
      )}
    </RecordDialog>
  );
}

import { useQuery } from "@tanstack/react-query";
import { today } from "../../api/session";
import type { Contract, Gates, SayVendors, WorkStart } from "../../api/types";
import type { Errors } from "../../lib/form";
import { type Message, message, useText } from "../../lib/i18n";
import { parseTime } from "../../lib/time";
import { parseWrittenDay, sayInstant } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { ChoiceField, SelectField, TextAreaField, TextField } from "../../ui/Field";
import type { DialogProps } from "./ActDialog";
import { routinesQuery, useBegin, useSayVendors, useTellAgain } from "./gates.queries";
import { gatesText } from "./gates.text";
import { InstructionFields, instructionBody, instructionErrors, newInstruction } from "./instruction";
import { momentOf, partsOfMoment } from "./time";

const now = () => partsOfMoment(new Date().toISOString());
const need = (value: string): Message | undefined =>
  value.trim() === "" ? message(gatesText, "enterText") : undefined;
const given = <T extends object>(errors: { [K in keyof T]?: Message | undefined }): Errors<T> =>
  Object.fromEntries(Object.entries(errors).filter(([, error]) => error)) as Errors<T>;
const dayError = (day: string) => (parseWrittenDay(day) ? undefined : message(gatesText, "enterDay"));
const timeError = (time: string) => (parseTime(time) ? undefined : message(gatesText, "enterTime"));
const moment = (day: string, time: string) => momentOf(parseWrittenDay(day) ?? day, parseTime(time) ?? time);

export function StartDialog({ contract, row, gates, onClose }: DialogProps & { gates: Gates }) {
  const t = useText(gatesText);
  const { number } = row;
  const begins = gates.begins_at;
  return (
    <FormDialog
      title={t("startTitle", { number })}
      submit={t("start")}
      done={message(gatesText, "started", { number })}
      initial={{ started_day: today(), started_time: now().time, started_at: "" }}
      validate={(values) =>
        given<typeof values>({
          started_day: dayError(values.started_day),
          started_time: timeError(values.started_time),
        })
      }
      // The minute shown is already past when the button is pressed: an unchanged one means now.
      input={({ started_day, started_time }) => {
        const told = moment(started_day, started_time);
        const recent = Math.abs(Date.now() - Date.parse(told)) < 5 * 60_000;
        return { act: "start" as const, started_at: recent ? null : told };
      }}
      mutation={useBegin(contract.id, row)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("startLead")}</p>
          {begins && <p>{t("beginsAt", { at: sayInstant(begins) })}</p>}
          <p className="field-hint">{t("startedAtHint")}</p>
          <DateField {...form.bind("started_day")} label={t("startedDay")} required />
          <TextField {...form.bind("started_time")} label={t("startedTime")} required inputMode="numeric" />
        </>
      )}
    </FormDialog>
  );
}

export function TakeOverDialog({ contract, row, onClose }: DialogProps) {
  const t = useText(gatesText);
  const { number } = row;
  return (
    <FormDialog
      title={t("takeOverTitle", { number })}
      submit={t("takeOver")}
      done={message(gatesText, "takenOver", { number })}
      initial={{}}
      validate={() => ({})}
      input={() => ({ act: "take_over" as const })}
      mutation={useBegin(contract.id, row)}
      onClose={onClose}
    >
      {() => <p>{t("takeOverLead")}</p>}
    </FormDialog>
  );
}

export function DeclineDialog({ contract, row, onClose }: DialogProps) {
  const t = useText(gatesText);
  const { number } = row;
  return (
    <FormDialog
      danger
      title={t("declineTitle", { number })}
      submit={t("decline")}
      done={message(gatesText, "declined", { number })}
      initial={{ reason: "" }}
      validate={({ reason }) => (reason.trim() === "" ? { reason: message(gatesText, "enterReason") } : {})}
      input={({ reason }) => ({ act: "decline" as const, reason })}
      mutation={useBegin(contract.id, row)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("declineLead")}</p>
          <TextAreaField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}

export function EmergencyDialog({ contract, row, onClose }: DialogProps) {
  const t = useText(gatesText);
  const { number } = row;
  return (
    <FormDialog
      danger
      wide
      title={t("emergencyTitle", { number })}
      submit={t("emergency")}
      done={message(gatesText, "emergencyDone", { number })}
      initial={newInstruction(today(), row.city_person)}
      validate={instructionErrors}
      input={(values) => ({ act: "emergency" as const, body: { ...instructionBody(values), title: "" } })}
      mutation={useBegin(contract.id, row)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("emergencyLead")}</p>
          <InstructionFields bind={form.bind} />
        </>
      )}
    </FormDialog>
  );
}

/** Only after the city did not confirm what was told: everything that was told stands in the form. */
export function TellAgainDialog({ contract, start, onClose }: TellAgainProps) {
  const t = useText(gatesText);
  const told = start.instructed_at ? partsOfMoment(start.instructed_at) : undefined;
  return (
    <FormDialog
      wide
      title={t("tellAgainTitle", { title: start.title })}
      submit={t("tellAgain")}
      done={message(gatesText, "toldAgain")}
      initial={{
        ...newInstruction(told?.day ?? today(), start.instructed_by),
        ...(told && { instructed_time: told.time }),
        instructed_how: start.instructed_how,
        instruction: start.instruction,
      }}
      validate={instructionErrors}
      input={instructionBody}
      mutation={useTellAgain(contract.id, start)}
      onClose={onClose}
    >
      {(form) => (
        <>
          {start.opinion !== "" && <p>{t("disputedWhy", { text: start.opinion })}</p>}
          <p>{t("tellAgainLead")}</p>
          <InstructionFields bind={form.bind} />
        </>
      )}
    </FormDialog>
  );
}

interface TellAgainProps {
  contract: Contract;
  start: WorkStart;
  onClose: () => void;
}

type VendorWord = SayVendors["word"];

export function VendorDialog({ contract, row, onClose }: DialogProps) {
  const t = useText(gatesText);
  const { number } = row;
  const routines = useQuery(routinesQuery(contract.id)).data?.items ?? [];
  const words: { value: VendorWord; label: string }[] = [
    { value: "none", label: t("vendorNone") },
    { value: "contact", label: t("vendorContact") },
  ];
  if (routines.length > 0) words.push({ value: "routine", label: t("vendorRoutine") });
  return (
    <FormDialog
      title={t("vendorTitle", { number })}
      submit={t("vendorSay")}
      done={message(gatesText, "vendorSaid")}
      initial={{ word: "none" as VendorWord, vendor: "", content: "", standing_id: routines[0]?.id ?? "" }}
      validate={(values) =>
        values.word === "contact"
          ? given<typeof values>({ vendor: need(values.vendor), content: need(values.content) })
          : {}
      }
      input={({ standing_id, ...values }) => ({
        ...values,
        frequency: "",
        standing_id: values.word === "routine" ? standing_id || routines[0]?.id || null : null,
      })}
      mutation={useSayVendors(contract.id, row.id)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <ChoiceField {...form.bind("word")} label={t("vendorWord")} options={words} />
          {form.values.word === "contact" && (
            <>
              <TextField {...form.bind("vendor")} label={t("vendorName")} required maxLength={200} />
              <TextAreaField {...form.bind("content")} label={t("vendorContent")} required maxLength={2000} />
            </>
          )}
          {form.values.word === "routine" && (
            <SelectField
              {...form.bind("standing_id")}
              label={t("vendorStanding")}
              options={routines.map(({ id, vendor, content }) => ({
                value: id,
                label: `${vendor}: ${content}`,
              }))}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}

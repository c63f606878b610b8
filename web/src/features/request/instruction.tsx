import type { TellInstruction } from "../../api/types";
import type { Day } from "../../lib/day";
import type { Errors } from "../../lib/form";
import { type Message, message, useText } from "../../lib/i18n";
import { parseTime } from "../../lib/time";
import { parseWrittenDay } from "../../lib/wareki";
import { DateField } from "../../ui/DateField";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { gatesText } from "./gates.text";
import { momentOf, partsOfMoment } from "./time";

/** What the city instructed, as it is typed. */
export interface InstructionValues {
  instructed_by: string;
  instructed_day: string;
  instructed_time: string;
  instructed_how: string;
  instruction: string;
}

export const newInstruction = (day: Day, by = ""): InstructionValues => ({
  instructed_by: by,
  instructed_day: day,
  instructed_time: partsOfMoment(new Date().toISOString()).time,
  instructed_how: "電話",
  instruction: "",
});

export function instructionErrors(values: InstructionValues): Errors<InstructionValues> {
  const empty = (text: string) => text.trim() === "";
  const found: [keyof InstructionValues, boolean, Message][] = [
    ["instructed_by", empty(values.instructed_by), message(gatesText, "enterText")],
    ["instructed_day", !parseWrittenDay(values.instructed_day), message(gatesText, "enterDay")],
    ["instructed_time", !parseTime(values.instructed_time), message(gatesText, "enterTime")],
    ["instruction", empty(values.instruction), message(gatesText, "enterText")],
  ];
  return Object.fromEntries(found.filter(([, wrong]) => wrong).map(([name, , text]) => [name, text]));
}

export function instructionBody({
  instructed_day,
  instructed_time,
  ...values
}: InstructionValues): TellInstruction {
  const day = parseWrittenDay(instructed_day) ?? instructed_day;
  const time = parseTime(instructed_time) ?? instructed_time;
  return { ...values, instructed_at: momentOf(day, time) };
}

interface Bound {
  name: string;
  value: string;
  error: Message | undefined;
  onChange: (value: string) => void;
}

export function InstructionFields({ bind }: { bind: (name: keyof InstructionValues) => Bound }) {
  const t = useText(gatesText);
  const ways: Message[] = [
    message(gatesText, "phone"),
    message(gatesText, "oral"),
    message(gatesText, "mail"),
  ];
  const words = [t("phone"), t("oral"), t("mail")];
  return (
    <>
      <TextField {...bind("instructed_by")} label={t("instructedBy")} required maxLength={200} />
      <div className="form-row">
        <DateField {...bind("instructed_day")} label={t("instructedDay")} required />
        <TextField {...bind("instructed_time")} label={t("instructedTime")} required />
      </div>
      <SelectField
        {...bind("instructed_how")}
        label={t("instructedHow")}
        required
        options={ways.map(({ ja }, index) => ({ value: ja, label: words[index] ?? ja }))}
      />
      <TextAreaField {...bind("instruction")} label={t("instruction")} required maxLength={2000} />
    </>
  );
}

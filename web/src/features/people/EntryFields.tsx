import type { Contract } from "../../api/types";
import type { Errors } from "../../lib/form";
import { message, useSay, useText } from "../../lib/i18n";
import type { FormOf } from "../../parts/FormDialog";
import { Check, FieldGroup, TextField } from "../../ui/Field";
import type { Duty, RosterEntry } from "./people.queries";
import { announceText, peopleText } from "./people.text";
import { dutyWord } from "./words";

const allDuties: readonly Duty[] = ["responsible", "security_officer", "data_protection_officer"];

export const blankEntry: RosterEntry = {
  name: "",
  kana: "",
  company: "",
  subcontractor: false,
  duties: [],
  work: "",
  assets: "",
  contact: "",
};

export const entryErrors = (values: RosterEntry): Errors<RosterEntry> => ({
  ...(values.name.trim() === "" && { name: message(announceText, "enterName") }),
  ...(values.company.trim() === "" && { company: message(announceText, "enterCompany") }),
  ...(values.work.trim() === "" && { work: message(announceText, "enterWork") }),
  ...(values.assets.trim() === "" && { assets: message(announceText, "enterAssets") }),
});

export const entryIn = ({
  name,
  kana,
  company,
  subcontractor,
  duties,
  work,
  assets,
  contact,
}: RosterEntry) => ({
  name: name.trim(),
  kana: kana.trim(),
  company: company.trim(),
  subcontractor,
  duties,
  work: work.trim(),
  assets: assets.trim(),
  contact: contact.trim(),
});

/** The facts of one entry. */
export function EntryFields<T extends RosterEntry>({
  contract,
  form,
  asked,
}: {
  contract: Contract;
  form: FormOf<T>;
  /** The duties that the contract asks for. */
  asked: readonly Duty[];
}) {
  const t = useText(peopleText);
  const say = useSay();
  const entry = form as unknown as FormOf<RosterEntry>;
  const { duties, subcontractor } = entry.values;
  const offered = allDuties.filter((duty) => asked.includes(duty) || duties.includes(duty));
  const toggle = (duty: Duty, on: boolean) =>
    entry.set({ duties: allDuties.filter((each) => (each === duty ? on : duties.includes(each))) });
  return (
    <>
      <div className="people-pair">
        <TextField {...entry.bind("name")} label={t("name")} required autoComplete="off" />
        <TextField {...entry.bind("kana")} label={t("kana")} autoComplete="off" />
      </div>
      <TextField {...entry.bind("company")} label={t("company")} required autoComplete="off" />
      <Check
        label={t("subcontractorHint")}
        checked={subcontractor}
        onChange={(on) => entry.set({ subcontractor: on })}
      />
      {offered.length > 0 && (
        <FieldGroup name="duties" label={t("duties")}>
          <div className="choices">
            {offered.map((duty) => (
              <Check
                key={duty}
                label={say(dutyWord(contract, duty))}
                checked={duties.includes(duty)}
                onChange={(on) => toggle(duty, on)}
              />
            ))}
          </div>
        </FieldGroup>
      )}
      <TextField {...entry.bind("work")} label={t("work")} required />
      <TextField {...entry.bind("assets")} label={t("assets")} required />
      <TextField {...entry.bind("contact")} label={t("contact")} hint={t("contactHint")} autoComplete="off" />
    </>
  );
}

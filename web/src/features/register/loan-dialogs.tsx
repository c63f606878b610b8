import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { today, useSession } from "../../api/session";
import type { Loan } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { DateField } from "../../ui/DateField";
import { ChoiceField, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { LoanLinkFields } from "./LoanLinkFields";
import { correctLoan, lendThing, loanKinds, recordAct } from "./loan.queries";
import { actPerson, loanAct, loanKind, loanText } from "./loan.text";
import { openRequestsQuery } from "./media.queries";
import { missing, wrongDays } from "./moments";
import { RecordDialog } from "./RecordDialog";
import { registerText } from "./register.text";

const label = (key: keyof typeof loanText & string) => message(loanText, key as "number");

const leadsToUnit = (kind: string): boolean => kind === "device" || kind === "key";

/** Enters a thing that the city lends. */
export function LendDialog({ contract, onClose }: { contract: string; onClose: () => void }) {
  const t = useText(loanText);
  const shared = useText(registerText);
  const kind = useText(loanKind);
  const profile = useContract();
  const navigate = useNavigate();
  return (
    <RecordDialog
      row={{ contract, kind: "loans", id: "" }}
      title={t("lend")}
      initial={{
        number: "",
        kind: "ic_card" as string,
        title: "",
        lent_by: profile.words.city_section?.ja ?? "",
        lent_to: profile.words.contractor?.ja ?? "",
        holder: "",
        storage_place: "",
        lent_on: today(),
        due_back: "",
        device_id: "",
        medium_id: "",
        note: "",
      }}
      validate={(values) => ({
        ...missing(values, {
          number: label("number"),
          title: label("thing"),
          lent_by: label("lentBy"),
          lent_to: label("lentTo"),
          holder: label("holder"),
          storage_place: label("storagePlace"),
          lent_on: label("lentOn"),
        }),
        ...wrongDays(values, { lent_on: label("lentOn"), due_back: label("dueBack") }),
      })}
      send={async (values) => {
        const made = await lendThing(contract, {
          ...values,
          kind: values.kind as Loan["kind"],
          due_back: values.due_back || null,
          device_id: leadsToUnit(values.kind) ? values.device_id || null : null,
          medium_id: values.kind === "medium" ? values.medium_id || null : null,
        });
        return navigate({ to: "/contracts/$contract/loans/$loan", params: { contract, loan: made.id } });
      }}
      done={message(loanText, "lent")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("kind")}
            label={shared("kind")}
            options={loanKinds.map((value) => ({ value, label: kind(value) }))}
          />
          <TextField
            {...form.bind("number")}
            label={t("number")}
            hint={t("numberHint")}
            required
            maxLength={60}
          />
          <LoanLinkFields contract={contract} kind={form.values.kind as Loan["kind"]} form={form} />
          <TextField {...form.bind("title")} label={t("thing")} required maxLength={200} />
          <TextField {...form.bind("lent_by")} label={t("lentBy")} required maxLength={200} />
          <TextField {...form.bind("lent_to")} label={t("lentTo")} required maxLength={200} />
          <TextField
            {...form.bind("holder")}
            label={t("holder")}
            hint={t("holderHint")}
            required
            maxLength={200}
          />
          <TextField {...form.bind("storage_place")} label={t("storagePlace")} required maxLength={200} />
          <DateField {...form.bind("lent_on")} label={t("lentOn")} required />
          <DateField {...form.bind("due_back")} label={t("dueBack")} optional />
          <TextAreaField {...form.bind("note")} label={t("note")} optional rows={2} maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

interface Props {
  contract: string;
  loan: Loan;
  onClose: () => void;
}

export function CorrectDialog({ contract, loan, onClose }: Props) {
  const t = useText(loanText);
  const shared = useText(registerText);
  const id = loan.device_id ?? loan.medium_id;
  const present = id ? { value: id, label: loan.device || loan.medium } : undefined;
  return (
    <RecordDialog
      row={{ contract, kind: "loans", id: loan.id }}
      over={loan}
      title={shared("correct")}
      initial={{
        title: loan.title,
        lent_by: loan.lent_by,
        lent_to: loan.lent_to,
        storage_place: loan.storage_place,
        due_back: loan.due_back ?? "",
        device_id: loan.device_id ?? "",
        medium_id: loan.medium_id ?? "",
        note: loan.note,
      }}
      validate={(values) => ({
        ...missing(values, {
          title: label("thing"),
          lent_by: label("lentBy"),
          lent_to: label("lentTo"),
          storage_place: label("storagePlace"),
        }),
        ...wrongDays(values, { due_back: label("dueBack") }),
      })}
      send={(values, opened) =>
        correctLoan(contract, opened, {
          ...values,
          due_back: values.due_back || null,
          device_id: values.device_id || null,
          medium_id: values.medium_id || null,
        })
      }
      done={message(loanText, "corrected")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <LoanLinkFields contract={contract} kind={loan.kind} form={form} present={present} />
          <TextField {...form.bind("title")} label={t("thing")} required maxLength={200} />
          <TextField {...form.bind("lent_by")} label={t("lentBy")} required maxLength={200} />
          <TextField {...form.bind("lent_to")} label={t("lentTo")} required maxLength={200} />
          <TextField {...form.bind("storage_place")} label={t("storagePlace")} required maxLength={200} />
          <DateField {...form.bind("due_back")} label={t("dueBack")} optional />
          <TextAreaField {...form.bind("note")} label={t("note")} optional rows={2} maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

const opensIncident = (act: string): boolean => act === "lost" || act === "stolen" || act === "damaged";

function hintOf(act: string): "incidentHint" | "takeOutHint" | undefined {
  if (opensIncident(act)) return "incidentHint";
  return act === "taken_out" ? "takeOutHint" : undefined;
}

/** Taken out, checked, returned, lost: whatever can follow now. */
export function ActDialog({ contract, loan, first, onClose }: Props & { first: Loan["acts"][number] }) {
  const t = useText(loanText);
  const shared = useText(registerText);
  const word = useText(loanAct);
  const who = useText(actPerson);
  const { person } = useSession();
  const { data: jobs } = useQuery(openRequestsQuery(contract));
  return (
    <RecordDialog
      row={{ contract, kind: "loans", id: loan.id }}
      over={loan}
      title={t("record")}
      initial={{
        act: first as Loan["acts"][number],
        on: today(),
        person: first === "handed_over" ? "" : person.name,
        place: "",
        in_order: "" as "" | "yes" | "no",
        request_id: "",
        note: "",
      }}
      validate={(values) => ({
        ...missing(values, {
          on: message(registerText, "on"),
          person: message(actPerson, values.act),
          ...(values.act === "taken_out" && { place: message(registerText, "place") }),
          ...((opensIncident(values.act) || values.in_order === "no") && {
            note: message(registerText, "note"),
          }),
        }),
        ...wrongDays(values, { on: message(registerText, "on") }),
        ...(values.act === "checked" &&
          values.in_order === "" && {
            in_order: message(registerText, "choose", { label: message(loanText, "finding") }),
          }),
      })}
      send={(values, opened) =>
        recordAct(contract, opened, {
          ...values,
          in_order: values.act === "checked" ? values.in_order === "yes" : null,
          request_id: values.act === "taken_out" ? values.request_id || null : null,
        })
      }
      done={message(loanText, "recorded")}
      onClose={onClose}
    >
      {(form) => {
        const { act } = form.values;
        const hint = hintOf(act);
        return (
          <>
            <SelectField
              {...form.bind("act")}
              onChange={(value) => form.set({ act: value as Loan["acts"][number] })}
              label={t("act")}
              hint={hint && t(hint)}
              options={loan.acts.map((value) => ({ value, label: word(value) }))}
            />
            <DateField {...form.bind("on")} label={shared("on")} required />
            <TextField {...form.bind("person")} label={who(act)} required maxLength={200} />
            {(act === "taken_out" || act === "handed_over" || opensIncident(act)) && (
              <TextField
                {...form.bind("place")}
                label={shared("place")}
                required={act === "taken_out"}
                maxLength={200}
              />
            )}
            {act === "taken_out" && (
              <SelectField
                {...form.bind("request_id")}
                label={t("job")}
                none={t("jobNone")}
                options={(jobs?.items ?? []).map(({ id, number, title }) => ({
                  value: id,
                  label: `${number} ${title}`,
                }))}
              />
            )}
            {act === "checked" && (
              <ChoiceField<"" | "yes" | "no">
                {...form.bind("in_order")}
                label={t("finding")}
                required
                options={[
                  { value: "yes", label: t("inOrder") },
                  { value: "no", label: t("differs") },
                ]}
              />
            )}
            <TextAreaField
              {...form.bind("note")}
              label={shared("note")}
              required={opensIncident(act) || form.values.in_order === "no"}
              rows={2}
              maxLength={1000}
            />
          </>
        );
      }}
    </RecordDialog>
  );
}

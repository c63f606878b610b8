import { useMutation, useQueryClient } from "@tanstack/react-query";
import { today } from "../../api/session";
import type { OnCallDraft } from "../../api/types";
import { addDays } from "../../lib/day";
import { message, useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { Banner } from "../../ui/Banner";
import { DateField } from "../../ui/DateField";
import { ChoiceField, TextAreaField } from "../../ui/Field";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { peopleOf } from "./call";
import { refreshDesks, sendList, sendPattern } from "./desk.queries";
import { deskText } from "./desk.text";

interface Props {
  contract: string;
  onClose: () => void;
}

/** Sends what is typed to be looked at first, and saves it when what was looked at had no problem. */
function useDraft<Body>(
  { contract, onClose }: Props,
  send: (body: Body & { save: boolean }) => Promise<OnCallDraft>,
) {
  const client = useQueryClient();
  const mutation = useMutation({ mutationFn: send });
  const draft = mutation.data;
  // What was looked at is saved only as long as it is what stands in the form.
  const looked = (body: Body): boolean =>
    draft?.problems === 0 && JSON.stringify({ ...body, save: false }) === JSON.stringify(mutation.variables);
  const onDone = async (_values: unknown, answer: OnCallDraft) => {
    if (!answer.saved) return;
    await refreshDesks(client, contract);
    announce(message(deskText, "saved"));
    onClose();
  };
  return { mutation, draft, looked, onDone };
}

/** Shifts that repeat through the time outside the hours, people in turn. */
export function PatternDialog(props: Props) {
  const t = useText(deskText);
  const { mutation, draft, looked, onDone } = useDraft(props, (body: ReturnType<typeof patternOf>) =>
    sendPattern(props.contract, body),
  );
  return (
    <FormDialog
      title={t("addPattern")}
      submit={t(draft?.problems === 0 ? "save" : "preview")}
      initial={{
        first: today() as string,
        last: addDays(today(), 27) as string,
        people: "",
        turn: "week" as "week" | "shift",
        rank: "primary" as "primary" | "second",
      }}
      mutation={mutation}
      input={(values) => {
        const body = patternOf(values);
        return { ...body, save: looked(body) };
      }}
      onDone={onDone}
      onClose={props.onClose}
      wide
    >
      {(form) => (
        <>
          <p className="quiet">{t("patternAbout")}</p>
          <DateField {...form.bind("first")} label={t("firstDay")} required />
          <DateField {...form.bind("last")} label={t("lastDay")} required />
          <TextAreaField
            {...form.bind("people")}
            label={t("people")}
            hint={t("peopleHint")}
            required
            rows={4}
            maxLength={2000}
          />
          <ChoiceField
            name="turn"
            label={t("turn")}
            value={form.values.turn}
            onChange={(turn) => form.set({ turn })}
            options={[
              { value: "week", label: t("turnWeek") },
              { value: "shift", label: t("turnShift") },
            ]}
          />
          <ChoiceField
            name="rank"
            label={t("rank")}
            value={form.values.rank}
            onChange={(rank) => form.set({ rank })}
            options={(["primary", "second"] as const).map((value) => ({ value, label: t(value) }))}
          />
          {draft && <Draft draft={draft} />}
        </>
      )}
    </FormDialog>
  );
}

interface TypedPattern {
  first: string;
  last: string;
  people: string;
  turn: "week" | "shift";
  rank: "primary" | "second";
}

const patternOf = ({ people, ...rest }: TypedPattern) => ({
  ...rest,
  shape: "outside_hours" as const,
  people: peopleOf(people),
  save: false,
});

/** A list of shifts as it stands in a spreadsheet. */
export function ListDialog(props: Props) {
  const t = useText(deskText);
  const { mutation, draft, looked, onDone } = useDraft(props, (body: { text: string; save: boolean }) =>
    sendList(props.contract, body),
  );
  return (
    <FormDialog
      title={t("pasteList")}
      submit={t(draft?.problems === 0 ? "save" : "preview")}
      initial={{ text: "" }}
      mutation={mutation}
      input={({ text }) => ({ text, save: looked({ text, save: false }) })}
      onDone={onDone}
      onClose={props.onClose}
      wide
    >
      {(form) => (
        <>
          <TextAreaField {...form.bind("text")} label={t("list")} hint={t("listHint")} required rows={8} />
          {draft && <Draft draft={draft} />}
        </>
      )}
    </FormDialog>
  );
}

function Draft({ draft: { rows, problems } }: { draft: OnCallDraft }) {
  const t = useText(deskText);
  const say = useSay();
  const spoken = useLanguage();
  const at = (moment: string | null | undefined) => (moment ? sayInstant(moment, spoken) : "");
  return (
    <>
      <Banner
        tone={problems === 0 ? "success" : "warning"}
        title={problems === 0 ? t("previewOk", { count: rows.length }) : t("previewBad", { count: problems })}
      />
      <Table caption={t("preview")}>
        <thead>
          <tr>
            <th scope="col">{t("line")}</th>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("phone")}</th>
            <th scope="col">{t("problem")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, from, until, person, phone, problem }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>
                {at(from)}～{at(until)}
              </td>
              <td>{person}</td>
              <td>{phone}</td>
              <td>{problem && say(problem)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

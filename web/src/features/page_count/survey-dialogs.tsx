import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { useRowMutation } from "../../api/row-mutation";
import { today } from "../../api/session";
import type { PageFileReading, PageSurvey, WritePageReading, WritePageSurvey } from "../../api/types";
import { type Message, message, useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { FileDrop } from "../../ui/FileDrop";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { changeSurvey, enterReadings, readSheet, reopenSurvey, submitSurvey } from "./survey.queries";
import { surveyText } from "./survey.text";

interface Plan {
  title: string;
  on: string;
  first: string;
  last: string;
  agreed: string;
  kind: string;
}

export const planOf = (survey?: PageSurvey): Plan => ({
  title: survey?.title ?? surveyText.title[0],
  on: survey?.on ?? today(),
  first: survey?.first ?? "",
  last: survey?.last ?? "",
  agreed: survey?.agreed ?? "",
  kind: survey?.earlier ? "earlier" : "survey",
});

const bodyOf = (plan: Plan): WritePageSurvey => ({
  title: plan.title,
  on: plan.on,
  first: plan.first || null,
  last: plan.last || null,
  agreed: plan.agreed,
  earlier: plan.kind === "earlier",
});

interface PlanProps<Answer> {
  mutation: { isPending: boolean; error: unknown; mutateAsync: (body: WritePageSurvey) => Promise<Answer> };
  initial: Plan;
  /** Whether it can still become results that were handed over. */
  withKind?: boolean;
  done: Message;
  onClose: () => void;
}

/** Which printers are read, and when. */
export function PlanDialog<Answer>({
  mutation,
  initial,
  withKind = false,
  done,
  onClose,
}: PlanProps<Answer>) {
  const t = useText(surveyText);
  return (
    <FormDialog
      title={withKind ? t("plan") : t("change")}
      submit={withKind ? t("plan") : t("change")}
      initial={initial}
      mutation={mutation}
      input={bodyOf}
      done={done}
      onClose={onClose}
    >
      {(form) => (
        <>
          {withKind && (
            <SelectField
              {...form.bind("kind")}
              label={t("kind")}
              options={[
                { value: "survey", label: t("kindSurvey") },
                { value: "earlier", label: t("kindEarlier") },
              ]}
            />
          )}
          <TextField {...form.bind("title")} label={t("surveyTitle")} required maxLength={200} />
          {form.values.kind === "survey" && (
            <>
              <DateField {...form.bind("on")} label={t("on")} hint={t("onHint")} required />
              <DateField {...form.bind("first")} label={t("first")} optional />
              <DateField {...form.bind("last")} label={t("last")} optional />
              <TextField
                {...form.bind("agreed")}
                label={t("agreed")}
                hint={t("agreedHint")}
                optional
                maxLength={500}
              />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}

interface Props {
  contract: string;
  survey: PageSurvey;
  onClose: () => void;
}

function useSurveyMutation<Input>(
  contract: string,
  survey: PageSurvey,
  send: (survey: PageSurvey, input: Input) => Promise<PageSurvey>,
) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ["page-surveys", contract] });
  return useRowMutation(survey, send, { onConflict: refresh, onSuccess: refresh });
}

export function ChangeDialog({ contract, survey, onClose }: Props) {
  const mutation = useSurveyMutation(contract, survey, (over, body: WritePageSurvey) =>
    changeSurvey(contract, over, body),
  );
  return (
    <PlanDialog
      mutation={mutation}
      initial={planOf(survey)}
      done={message(surveyText, "changed")}
      onClose={onClose}
    />
  );
}

/** From then on the numbers stand. */
export function SubmitDialog({ contract, survey, onClose }: Props) {
  const t = useText(surveyText);
  const mutation = useSurveyMutation(contract, survey, (over, on: string) =>
    submitSurvey(contract, over, on),
  );
  return (
    <FormDialog
      title={t("submit")}
      submit={t("submit")}
      initial={{ on: today() }}
      mutation={mutation}
      input={({ on }) => on}
      done={message(surveyText, "submittedDone")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("submitAbout")}</p>
          <DateField {...form.bind("on")} label={t("submittedOn")} required />
        </>
      )}
    </FormDialog>
  );
}

export function ReopenDialog({ contract, survey, onClose }: Props) {
  const t = useText(surveyText);
  const mutation = useSurveyMutation(contract, survey, (over, reason: string) =>
    reopenSurvey(contract, over, reason),
  );
  return (
    <FormDialog
      title={t("reopen")}
      submit={t("reopen")}
      initial={{ reason: "" }}
      mutation={mutation}
      input={({ reason }) => reason}
      done={message(surveyText, "reopened")}
      onClose={onClose}
    >
      {(form) => (
        <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={3} maxLength={500} />
      )}
    </FormDialog>
  );
}

const readingOf = (row: PageFileReading): WritePageReading => ({
  device_id: row.device_id ?? "",
  pages: row.pages,
  read_on: row.read_on ?? "",
  note: row.note,
  version: row.version,
});

/** A sheet that was filled in: every row is shown before anything is saved. */
export function SheetDialog({ contract, survey, onClose }: Props) {
  const t = useText(surveyText);
  const client = useQueryClient();
  const [part, setPart] = useState(0);
  const read = useMutation({
    mutationFn: (file: File) => readSheet(contract, survey.id, file, setPart),
  });
  const rows = read.data?.items ?? [];
  const changed = rows.filter((row) => row.changed && !row.problem);
  const save = useMutation({
    mutationFn: () => enterReadings(contract, survey.id, changed.map(readingOf)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["page-surveys", contract] });
      announce(message(surveyText, "fileDone"));
      onClose();
    },
  });
  const error = read.error ?? save.error;
  return (
    <Dialog title={t("file")} onClose={onClose} wide>
      {error && <ProblemBanner problem={problemOf(error)} />}
      <FileDrop
        label={t("fileLabel")}
        hint={t("fileAbout")}
        accept=".xlsx,.csv"
        onFiles={([file]) => file && read.mutate(file)}
      />
      {read.isPending && <progress max={1} value={part} aria-label={t("fileLabel")} />}
      {read.data && <FileRows rows={rows} />}
      <DialogActions onCancel={onClose}>
        {changed.length > 0 && (
          <Button look="solid" busy={save.isPending} onClick={() => save.mutate()}>
            {t("fileSave", { count: changed.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function FileRows({ rows }: { rows: readonly PageFileReading[] }) {
  const t = useText(surveyText);
  const say = useSay();
  const spoken = useLanguage();
  const refused = rows.filter(({ problem }) => problem).length;
  const changed = rows.filter((row) => row.changed && !row.problem).length;
  return (
    <>
      <p role="status">{t("fileCounts", { changed, same: rows.length - refused - changed, refused })}</p>
      <div className="preview-list">
        <Table caption={t("file")}>
          <thead>
            <tr>
              <th scope="col">{t("fileRow")}</th>
              <th scope="col">{t("number")}</th>
              <th scope="col">{t("now")}</th>
              <th scope="col">{t("readOn")}</th>
              <th scope="col">{t("difference")}</th>
              <th scope="col">{t("note")}</th>
              <th scope="col">{t("fileResult")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row} data-refused={row.problem ? true : undefined}>
                <td>{row.cell}</td>
                <th scope="row">{row.number}</th>
                <td className="number">{row.pages}</td>
                <td>{row.read_on && sayDay(row.read_on, spoken)}</td>
                <td className="number">{row.difference?.toLocaleString()}</td>
                <td>{row.note}</td>
                <td>
                  {row.problem ? `× ${say(row.problem)}` : row.changed ? `○ ${t("fileOk")}` : t("fileSame")}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </>
  );
}

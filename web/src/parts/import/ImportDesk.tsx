import "./import.css";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ApiProblem, problemOf } from "../../api/problem";
import type { Import } from "../../api/types";
import { type Message, useSay, useText } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Check, TextField } from "../../ui/Field";
import { FileDrop } from "../../ui/FileDrop";
import { Block, Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { ImportPreview, type PreviewWords } from "./ImportPreview";
import { fileProblem } from "./import";
import { type ImportInto, importQuery, useSaveImport, useUploadImport } from "./import.queries";
import { importText } from "./import.text";

interface Props extends PreviewWords {
  into: ImportInto;
  /** Of the import that was read; empty before. */
  id: string;
  /** Goes to an import, or back to the choice of a file. */
  onOpen: (id: string | undefined) => void;
  /** What a saved import may have changed: the first words of the keys of queries. */
  stale: readonly string[];
  lead: string;
  /** A link to the present list as a file. */
  form: ReactNode;
  toList: ReactNode;
}

/** A list from Excel: choose the file, look at each difference, save what was seen. */
export function ImportDesk(props: Props) {
  const { into, id, onOpen, lead, form } = props;
  return id === "" ? (
    <Choose into={into} lead={lead} form={form} onRead={({ id: read }) => onOpen(read)} />
  ) : (
    <Review {...props} key={id} onAgain={() => onOpen(undefined)} />
  );
}

function Choose({
  into,
  lead,
  form,
  onRead,
}: Pick<Props, "into" | "lead" | "form"> & { onRead: (preview: Import) => void }) {
  const t = useText(importText);
  const [sending, setSending] = useState<{ name: string; part: number } | undefined>();
  const [refused, setRefused] = useState<Message | undefined>();
  const send = useUploadImport(into, (part) => setSending((before) => before && { ...before, part }));
  const read = (file: File | undefined) => {
    if (!file || send.isPending) return;
    const problem = fileProblem(file);
    setRefused(problem);
    send.reset();
    if (problem) return;
    setSending({ name: file.name, part: 0 });
    send.mutate(file, { onSuccess: onRead, onSettled: () => setSending(undefined) });
  };
  return (
    <div className="stack import-choose">
      <p>{lead}</p>
      {refused && <Refused text={refused} />}
      {send.isError && <FileProblem problem={problemOf(send.error)} />}
      {sending ? (
        <Sending {...sending} />
      ) : (
        <FileDrop label={t("file")} hint={t("fileHint")} accept=".xlsx" onFiles={([file]) => read(file)} />
      )}
      {form && <p>{form}</p>}
    </div>
  );
}

export function Refused({ text }: { text: Message }) {
  const say = useSay();
  return <Banner tone="error" title={say(text)} />;
}

export function Sending({ name, part }: { name: string; part: number }) {
  const t = useText(importText);
  return (
    <div className="stack" role="status">
      <p>{part < 1 ? t("sending", { name, percent: Math.floor(part * 100) }) : t("comparing", { name })}</p>
      <progress aria-label={name} {...(part < 1 && { value: part })} max={1} />
    </div>
  );
}

/** Why a whole file cannot be read: each place with what to do there. */
export function FileProblem({ problem }: { problem: ApiProblem }) {
  const t = useText(importText);
  const say = useSay();
  return (
    <>
      <ProblemBanner problem={problem} />
      {problem.fields.length > 0 && (
        <Table caption={say(problem.text)}>
          <thead>
            <tr>
              <th scope="col">{t("place")}</th>
              <th scope="col">{t("remedy")}</th>
            </tr>
          </thead>
          <tbody>
            {problem.fields.map(({ path, code, ja, en }) => (
              <tr key={`${path} ${code}`}>
                <th scope="row" className="import-cell">
                  {path}
                </th>
                <td>{say({ ja, en })}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {problem.status === 422 && <p>{t("whatToDo")}</p>}
    </>
  );
}

function Review({ into, id, stale, toList, onAgain, ...words }: Props & { onAgain: () => void }) {
  const t = useText(importText);
  const { data: preview, error } = useQuery(importQuery(into, id));
  const save = useSaveImport(into, id, stale);
  const again = <Button onClick={onAgain}>{t("again")}</Button>;
  if (error) return <ProblemBanner problem={problemOf(error)} actions={again} />;
  if (!preview) return <Loading />;
  if (save.isSuccess)
    return (
      <Done toList={toList} title={t("saved", { name: preview.name })} onAgain={onAgain}>
        {t("savedCounts", save.data)}{" "}
        {preview.counts.refused > 0 && t("savedSkipped", { count: preview.counts.refused })}
      </Done>
    );
  if (preview.saved) return <Done toList={toList} title={t("savedBefore")} onAgain={onAgain} />;
  const problem = save.error && problemOf(save.error);
  return (
    <div className="stack">
      <Block title={t("reviewTitle", { name: preview.name })} actions={again}>
        <ImportPreview title={words.title} thing={words.thing} printed={words.printed} preview={preview} />
      </Block>
      {problem?.code === "import/changed" ? (
        <Banner tone="error" title={t("overtaken")} actions={again} />
      ) : (
        <>
          {problem && <ProblemBanner problem={problem} />}
          <SaveForm preview={preview} busy={save.isPending} onSave={(body) => save.mutate(body)} />
        </>
      )}
    </div>
  );
}

/** The form that had the focus is gone, so the result takes it. */
const focusOnce = (element: HTMLElement | null) => element?.focus();

interface DoneProps {
  toList: ReactNode;
  title: string;
  onAgain: () => void;
  children?: ReactNode;
}

export function Done({ toList, title, onAgain, children }: DoneProps) {
  const t = useText(importText);
  return (
    <div tabIndex={-1} ref={focusOnce}>
      <Banner
        tone="success"
        title={title}
        actions={
          <>
            {toList}
            <Button onClick={onAgain}>{t("another")}</Button>
          </>
        }
      >
        {children}
      </Banner>
    </div>
  );
}

interface SaveProps {
  preview: Pick<Import, "counts">;
  busy: boolean;
  onSave: (body: { skip_refused: boolean; reason: string }) => void;
}

export function SaveForm({ preview: { counts }, busy, onSave }: SaveProps) {
  const t = useText(importText);
  const [skip, setSkip] = useState(false);
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  if (counts.new + counts.changed === 0)
    return <Banner tone="info">{counts.refused > 0 ? t("onlyRefused") : t("nothingToSave")}</Banner>;
  const mustChoose = counts.refused > 0 && !skip;
  const submit = () => {
    setAsked(true);
    if (!mustChoose) onSave({ skip_refused: skip, reason: reason.trim() });
  };
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) submit();
      }}
    >
      <p>
        <strong>{t("willSave", { created: counts.new, changed: counts.changed })}</strong>
      </p>
      {counts.refused > 0 && (
        <div className="field" data-invalid={(asked && mustChoose) || undefined}>
          <Check
            label={t("skip", { count: counts.refused })}
            checked={skip}
            onChange={setSkip}
            aria-describedby="import-skip-error"
          />
          <p className="field-error" id="import-skip-error" role="alert">
            {asked && mustChoose && `＊${t("chooseSkip")}`}
          </p>
        </div>
      )}
      <TextField
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        optional
        value={reason}
        onChange={setReason}
        maxLength={1000}
        autoComplete="off"
      />
      <div className="actions">
        <Button type="submit" look="solid" busy={busy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

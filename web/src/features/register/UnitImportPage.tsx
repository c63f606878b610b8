import "../../parts/import/import.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import type { ImportChoices, Movement, RegisterImport } from "../../api/types";
import { type Message, message, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { Done, FileProblem, Refused, SaveForm, Sending } from "../../parts/import/ImportDesk";
import { ImportPreview } from "../../parts/import/ImportPreview";
import { fileProblem } from "../../parts/import/import";
import { importText } from "../../parts/import/import.text";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { SelectField } from "../../ui/Field";
import { FileDrop } from "../../ui/FileDrop";
import { Block, Loading, Page } from "../../ui/Page";
import { registerText } from "./register.text";
import { ledgerUrl, moveCauses } from "./unit.queries";
import { moveCause, unitText } from "./unit.text";
import { choose, refreshUnits, saveList, sendList, unitImportQuery } from "./unit-import.queries";
import { unitImportText } from "./unit-import.text";
import { ImportColumns } from "./unit-import-columns";
import { Conflicts, LeftOut, Totals, UnknownSites } from "./unit-import-parts";

/** A list of devices comes in: choose the file, say what is unclear, look at each difference, save what was seen. */
export default function UnitImportPage() {
  const t = useText(unitImportText);
  const register = useText(unitText);
  const contract = useContractId();
  const { import: id = "" } = useSearch({ from: "/inside/contracts/$contract/register/import" });
  const navigate = useNavigate({ from: "/contracts/$contract/register/import" });
  const open = (next?: string) => void navigate({ search: next ? { import: next } : {} });
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="list" to="/contracts/$contract/register" params={{ contract }}>
          {register("title")}
        </Link>,
      ]}
      actions={
        <>
          <Link
            {...buttonLook("outline", "sm")}
            to="/contracts/$contract/register/site-aliases"
            params={{ contract }}
          >
            {t("aliases")}
          </Link>
          <Link
            {...buttonLook("outline", "sm")}
            to="/contracts/$contract/register/acts"
            params={{ contract }}
          >
            {t("acts")}
          </Link>
        </>
      }
    >
      {id === "" ? (
        <Choose contract={contract} onRead={open} />
      ) : (
        <Review contract={contract} id={id} key={id} onAgain={() => open()} />
      )}
    </Page>
  );
}

function Choose({ contract, onRead }: { contract: string; onRead: (id: string) => void }) {
  const t = useText(unitImportText);
  const register = useText(unitText);
  const cause = useText(moveCause);
  const client = useQueryClient();
  const [on, setOn] = useState(today());
  const [why, setWhy] = useState<string>("correction");
  const [sending, setSending] = useState<{ name: string; part: number } | undefined>();
  const [refused, setRefused] = useState<Message | undefined>();
  const day = parseWrittenDay(on);
  const send = useMutation({
    mutationFn: (file: File) =>
      sendList(contract, file, { on: day ?? "", cause: why }, (part) =>
        setSending({ name: file.name, part }),
      ),
    onSuccess: (preview) => {
      client.setQueryData(unitImportQuery(contract, preview.plan.id).queryKey, preview);
      onRead(preview.plan.id);
    },
    onSettled: () => setSending(undefined),
  });
  const read = (file: File | undefined) => {
    if (!file || send.isPending) return;
    const problem = day
      ? fileProblem(file, [".xlsx", ".csv"])
      : message(registerText, "wrongDay", { label: message(unitText, "on") });
    setRefused(problem);
    send.reset();
    if (problem) return;
    setSending({ name: file.name, part: 0 });
    send.mutate(file);
  };
  return (
    <div className="stack import-choose">
      <p>{t("lead")}</p>
      {refused && <Refused text={refused} />}
      {send.isError && <FileProblem problem={problemOf(send.error)} />}
      <DateField name="on" label={register("on")} hint={t("onHint")} value={on} onChange={setOn} required />
      <SelectField
        name="cause"
        label={register("cause")}
        value={why}
        onChange={setWhy}
        options={moveCauses.map((value) => ({ value, label: cause(value as Movement["cause"]) }))}
      />
      {sending ? (
        <Sending {...sending} />
      ) : (
        <FileDrop
          label={t("file")}
          hint={t("fileHint")}
          accept=".xlsx,.csv"
          onFiles={([file]) => read(file)}
        />
      )}
      <p>
        <a href={ledgerUrl(contract, {})}>{t("export")}</a>
      </p>
    </div>
  );
}

interface ReviewProps {
  contract: string;
  id: string;
  onAgain: () => void;
}

function Review({ contract, id, onAgain }: ReviewProps) {
  const words = useText(importText);
  const client = useQueryClient();
  const query = unitImportQuery(contract, id);
  const { data: preview, error } = useQuery(query);
  const choice = useMutation({
    mutationFn: (choices: ImportChoices) => choose(contract, id, choices),
    onSuccess: (next) => client.setQueryData(query.queryKey, next),
  });
  const save = useMutation({
    mutationFn: (body: { skip_refused: boolean; reason: string }) =>
      saveList(contract, id, { ...body, preview: preview?.preview ?? "" }),
    onSuccess: () => refreshUnits(client, contract),
  });
  const again = <Button onClick={onAgain}>{words("again")}</Button>;
  if (error) return <ProblemBanner problem={problemOf(error)} actions={again} />;
  if (!preview) return <Loading />;
  if (save.isSuccess || preview.plan.saved)
    return <Saved contract={contract} preview={preview} now={save.isSuccess} onAgain={onAgain} />;
  const change = (part: Partial<ImportChoices>) => choice.mutate({ ...preview.choices, ...part });
  const recheck = () => void client.invalidateQueries({ queryKey: query.queryKey });
  return (
    <div className="stack">
      {choice.isError && <ProblemBanner problem={problemOf(choice.error)} />}
      <ImportColumns
        contract={contract}
        preview={preview}
        busy={choice.isPending}
        actions={preview.readable ? undefined : again}
        onChoose={(columns) => change({ columns })}
      />
      {preview.readable && (
        <>
          <UnknownSites contract={contract} sites={preview.unknown_sites} onKnown={recheck} />
          <Conflicts
            preview={preview}
            busy={choice.isPending}
            onChoose={(conflicts) => change({ conflicts })}
          />
          <Compared preview={preview} actions={again} />
          <Totals preview={preview} />
          <LeftOut preview={preview} busy={choice.isPending} onChoose={(left_out) => change({ left_out })} />
          <Save preview={preview} save={save} onRecheck={recheck} />
        </>
      )}
    </div>
  );
}

function Compared({ preview, actions }: { preview: RegisterImport; actions: ReactNode }) {
  const t = useText(unitImportText);
  const words = useText(importText);
  return (
    <Block title={words("reviewTitle", { name: preview.plan.name })} actions={actions}>
      {preview.moves + preview.taken > 0 && (
        <p>{t("summary", { moves: preview.moves, taken: preview.taken })}</p>
      )}
      <ImportPreview
        key={preview.preview}
        title={t("title")}
        thing={t("thing")}
        printed={(_, value) => value}
        preview={preview.plan}
      />
    </Block>
  );
}

interface SaveProps {
  preview: RegisterImport;
  save: {
    isPending: boolean;
    error: unknown;
    mutate: (body: { skip_refused: boolean; reason: string }) => void;
    reset: () => void;
  };
  onRecheck: () => void;
}

function Save({ preview, save, onRecheck }: SaveProps) {
  const t = useText(unitImportText);
  const words = useText(importText);
  const problem = save.error ? problemOf(save.error) : undefined;
  if (problem?.code === "import/changed")
    return (
      <Banner
        tone="error"
        title={words("overtaken")}
        actions={
          <Button
            onClick={() => {
              save.reset();
              onRecheck();
            }}
          >
            {t("apply")}
          </Button>
        }
      />
    );
  return (
    <>
      {problem && <ProblemBanner problem={problem} />}
      <SaveForm preview={preview.plan} busy={save.isPending} onSave={save.mutate} />
    </>
  );
}

function Saved({
  contract,
  preview,
  now,
  onAgain,
}: { preview: RegisterImport; now: boolean } & Omit<ReviewProps, "id">) {
  const t = useText(unitImportText);
  const words = useText(importText);
  const { counts, name } = preview.plan;
  return (
    <Done
      toList={
        <>
          <Link {...buttonLook("solid")} to="/contracts/$contract/register" params={{ contract }}>
            {t("toList")}
          </Link>
          <Link {...buttonLook("outline")} to="/contracts/$contract/register/acts" params={{ contract }}>
            {t("acts")}
          </Link>
        </>
      }
      title={now ? words("saved", { name }) : words("savedBefore")}
      onAgain={onAgain}
    >
      {now && (
        <>
          {words("savedCounts", { created: counts.new, changed: counts.changed })}{" "}
          {counts.refused > 0 && words("savedSkipped", { count: counts.refused })}
        </>
      )}{" "}
      {t("undoHint")}
    </Done>
  );
}

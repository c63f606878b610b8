import "../../parts/import/import.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useContractDay, useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { SiteHeading, SiteHeadingChoice, SiteList } from "../../api/types";
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
import { Block, Page } from "../../ui/Page";
import { refreshSites, rememberHeadings, sendSites, sitesUrl } from "./site.queries";
import { siteText } from "./site.text";
import { siteColumn, siteImportText } from "./site-import.text";

/** A list that was read, and the file that it was read from: it is sent again to be saved. */
interface Read {
  file: File;
  on: string;
  list: SiteList;
}

/** A list of sites comes in: choose the file, say what is unclear, look at each difference, save what was seen. */
export default function SiteImportPage() {
  const t = useText(siteImportText);
  const words = useText(siteText);
  const contract = useContractId();
  const [read, setRead] = useState<Read | undefined>();
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="list" to="/contracts/$contract/sites" params={{ contract }} search={{}}>
          {words("title")}
        </Link>,
      ]}
    >
      {read ? (
        <Review contract={contract} read={read} onRead={setRead} onAgain={() => setRead(undefined)} />
      ) : (
        <Choose contract={contract} onRead={setRead} />
      )}
    </Page>
  );
}

function Choose({ contract, onRead }: { contract: string; onRead: (read: Read) => void }) {
  const t = useText(siteImportText);
  const [on, setOn] = useState(useContractDay());
  const [sending, setSending] = useState<{ name: string; part: number } | undefined>();
  const [refused, setRefused] = useState<Message | undefined>();
  const send = useMutation({
    mutationFn: async (file: File) => {
      const day = parseWrittenDay(on) ?? "";
      const list = await sendSites(contract, file, { on: day }, (part) =>
        setSending({ name: file.name, part }),
      );
      return { file, on: day, list };
    },
    onSuccess: onRead,
    onSettled: () => setSending(undefined),
  });
  const read = (file: File | undefined) => {
    if (!file || send.isPending) return;
    const problem = parseWrittenDay(on)
      ? fileProblem(file, [".xlsx", ".csv"])
      : message(siteImportText, "wrongDay");
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
      <DateField name="on" label={t("on")} hint={t("onHint")} value={on} onChange={setOn} required />
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
        <a href={sitesUrl(contract, undefined)}>{t("export")}</a>
      </p>
    </div>
  );
}

interface ReviewProps {
  contract: string;
  read: Read;
  onRead: (read: Read) => void;
  onAgain: () => void;
}

function Review({ contract, read, onRead, onAgain }: ReviewProps) {
  const t = useText(siteImportText);
  const words = useText(importText);
  const client = useQueryClient();
  const { file, on, list } = read;
  const save = useMutation({
    mutationFn: ({ reason, skip_refused }: { reason: string; skip_refused: boolean }) =>
      sendSites(contract, file, {
        on,
        preview: list.preview,
        reason,
        skip_refused: String(skip_refused),
      }),
    onSuccess: () => refreshSites(client, contract),
  });
  const again = useMutation({
    mutationFn: async (headings: SiteHeadingChoice[]) => {
      if (headings.length > 0) await rememberHeadings(contract, headings);
      return sendSites(contract, file, { on });
    },
    onSuccess: (next) => {
      save.reset();
      onRead({ ...read, list: next });
    },
  });
  if (save.data)
    return (
      <Done
        toList={
          <Link {...buttonLook("solid")} to="/contracts/$contract/sites" params={{ contract }} search={{}}>
            {t("toList")}
          </Link>
        }
        title={words("saved", { name: file.name })}
        onAgain={onAgain}
      >
        {words("savedCounts", { created: save.data.plan.counts.new, changed: save.data.plan.counts.changed })}
      </Done>
    );
  const problem = save.error ? problemOf(save.error) : undefined;
  const back = <Button onClick={onAgain}>{words("again")}</Button>;
  return (
    <div className="stack">
      {again.error && <ProblemBanner problem={problemOf(again.error)} />}
      {list.headings.some(({ means }) => !means) && (
        <Headings
          key={list.preview}
          headings={list.headings}
          readable={list.readable}
          busy={again.isPending}
          onChoose={(headings) => again.mutate(headings)}
        />
      )}
      {list.readable ? (
        <>
          <Block title={words("reviewTitle", { name: file.name })} actions={back}>
            <ImportPreview
              key={list.preview}
              title={t("title")}
              thing={t("thing")}
              printed={(_, value) => value}
              preview={list.plan}
            />
          </Block>
          {problem?.code === "import/changed" ? (
            <Banner
              tone="error"
              title={words("overtaken")}
              actions={<Button onClick={() => again.mutate([])}>{t("lookAgain")}</Button>}
            />
          ) : (
            <>
              {problem && <ProblemBanner problem={problem} />}
              <SaveForm preview={list.plan} busy={save.isPending} onSave={save.mutate} />
            </>
          )}
        </>
      ) : (
        back
      )}
    </div>
  );
}

const columns = Object.keys(siteColumn) as NonNullable<SiteHeadingChoice["column"]>[];

interface HeadingsProps {
  headings: readonly SiteHeading[];
  readable: boolean;
  busy: boolean;
  onChoose: (headings: SiteHeadingChoice[]) => void;
}

/** What the headings mean that nobody knows; what is said once is known of the next list. */
function Headings({ headings, readable, busy, onChoose }: HeadingsProps) {
  const t = useText(siteImportText);
  const column = useText(siteColumn);
  const [means, setMeans] = useState<Record<string, string>>({});
  const unknown = headings.filter(({ means: known }) => !known || !readable);
  const said = unknown.flatMap(({ heading }) => {
    const meant = columns.find((each) => each === means[heading]);
    return meant ? [{ heading, column: meant }] : [];
  });
  return (
    <Block title={t("headings")}>
      <p>{t(readable ? "headingsPassed" : "headingsNeeded")}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(said);
        }}
      >
        {unknown.map(({ column: at, heading, sample }) => (
          <SelectField
            key={at}
            name={`heading-${at}`}
            label={`${at} ${heading}`}
            {...(sample && { hint: t("sample", { sample }) })}
            none={t("passOver")}
            value={means[heading] ?? ""}
            onChange={(value) => setMeans((before) => ({ ...before, [heading]: value }))}
            options={columns.map((value) => ({ value, label: column(value) }))}
          />
        ))}
        <div className="actions">
          <Button type="submit" busy={busy} disabled={said.length === 0}>
            {t("readAgain")}
          </Button>
        </div>
      </form>
    </Block>
  );
}

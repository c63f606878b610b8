import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { useRowMutation } from "../../api/row-mutation";
import type { RecoveryEdition, RecoveryPaper, SettleRecoveryPaper } from "../../api/types";
import { message, useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { attachmentsQuery, attachmentsUrl, useAttach } from "../../parts/attachments.queries";
import { FormDialog } from "../../parts/FormDialog";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { ChoiceField, SelectField, TextAreaField } from "../../ui/Field";
import { FileDrop } from "../../ui/FileDrop";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { missing, useRefresh } from "./edition-dialogs";
import { settlePaper } from "./recovery.queries";
import { recoveryText } from "./recovery.text";

interface Props {
  contract: string;
  edition: RecoveryEdition;
}

/** The deliverables of an update: a checklist that the contract gives. */
export function Papers({ contract, edition }: Props) {
  const t = useText(recoveryText);
  const say = useSay();
  const spoken = useLanguage();
  const [settling, setSettling] = useState<RecoveryPaper>();
  const done = edition.papers.filter(({ there }) => there).length;
  return (
    <Block title={t("papers")} count={t("papersDone", { done, all: edition.papers.length })}>
      <Table caption={t("papers")}>
        <thead>
          <tr>
            <th scope="col">{t("paper")}</th>
            <th scope="col">{t("checked")}</th>
            <th scope="col">{t("content")}</th>
            <th scope="col">{t("person")}</th>
            {edition.may_settle && (
              <th scope="col" className="no-print">
                {t("settle")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {edition.papers.map((paper) => (
            <tr key={paper.id}>
              <th scope="row">
                {say(paper.label)} {paper.always && <small className="quiet">{t("always")}</small>}
              </th>
              <td>
                <Chip tone={paper.there ? "green" : "yellow"} sign={paper.there ? "○" : "△"}>
                  {t(paper.there ? "there" : "open")}
                </Chip>
              </td>
              <td>
                <Content contract={contract} edition={edition} paper={paper} />
              </td>
              <td>
                {paper.entered_by} {paper.entered_at && sayInstant(paper.entered_at, spoken)}
              </td>
              {edition.may_settle && (
                <td className="no-print">
                  {(paper.proof === "file" || !paper.always) && (
                    <Button
                      size="sm"
                      aria-label={t("settleOf", { paper: say(paper.label) })}
                      onClick={() => setSettling(paper)}
                    >
                      {t("settle")}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {settling && (
        <PaperDialog
          contract={contract}
          edition={edition}
          paper={settling}
          onClose={() => setSettling(undefined)}
        />
      )}
    </Block>
  );
}

function Content({ contract, edition, paper }: Props & { paper: RecoveryPaper }) {
  const t = useText(recoveryText);
  if (paper.unchanged) return <>{t("unchangedBecause", { reason: paper.unchanged })}</>;
  if (paper.proof === "master") return <>{edition.master?.number ?? t("noMaster")}</>;
  if (paper.proof === "media")
    return <>{edition.media.map(({ label }) => label).join("、") || t("noMedia")}</>;
  if (!paper.attachment_id) return null;
  const files = attachmentsUrl({ contract, ledger: "recovery/editions", id: edition.id });
  return (
    <a href={`${files}/${encodeURIComponent(paper.attachment_id)}`} download>
      {paper.file}
    </a>
  );
}

type How = "file" | "unchanged";

function PaperDialog({
  contract,
  edition,
  paper,
  onClose,
}: Props & { paper: RecoveryPaper; onClose: () => void }) {
  const t = useText(recoveryText);
  const say = useSay();
  const refresh = useRefresh(contract);
  const mutation = useRowMutation(
    edition,
    (over, body: SettleRecoveryPaper) => settlePaper(contract, over, paper.id, body),
    { onSuccess: refresh, onConflict: refresh },
  );
  const ways: { value: How; label: string }[] = [
    ...(paper.proof === "file" ? [{ value: "file" as const, label: t("asFile") }] : []),
    ...(paper.always ? [] : [{ value: "unchanged" as const, label: t("asUnchanged") }]),
  ];
  return (
    <FormDialog
      title={t("settleOf", { paper: say(paper.label) })}
      submit={t("settle")}
      initial={{
        how: (paper.unchanged ? "unchanged" : (ways[0]?.value ?? "file")) as How,
        attachment_id: paper.attachment_id ?? "",
        unchanged: paper.unchanged,
      }}
      validate={(values) =>
        missing(
          values,
          values.how === "file"
            ? { attachment_id: message(recoveryText, "file") }
            : { unchanged: message(recoveryText, "unchanged") },
        )
      }
      mutation={mutation}
      input={({ how, attachment_id, unchanged }) =>
        how === "file" ? { attachment_id, unchanged: "" } : { attachment_id: null, unchanged }
      }
      done={message(recoveryText, "settled")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <ChoiceField {...form.bind("how")} label={t("how")} options={ways} />
          {form.values.how === "file" ? (
            <FileField
              contract={contract}
              id={edition.id}
              bound={form.bind("attachment_id")}
              onAdded={(attachment_id) => form.set({ attachment_id })}
            />
          ) : (
            <TextAreaField
              {...form.bind("unchanged")}
              label={t("unchanged")}
              required
              rows={2}
              maxLength={1000}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}

interface FileFieldProps {
  contract: string;
  id: string;
  bound: { name: string; value: string; onChange: (value: string) => void };
  onAdded: (id: string) => void;
}

/** One of the attached files, or one that is attached now. */
function FileField({ contract, id, bound, onAdded }: FileFieldProps) {
  const t = useText(recoveryText);
  const row = { contract, ledger: "recovery/editions" as const, id };
  const { data } = useQuery(attachmentsQuery(row));
  const attach = useAttach(row, () => undefined);
  return (
    <>
      <SelectField
        {...bound}
        label={t("file")}
        none={t("fileNone")}
        required
        options={(data?.items ?? []).map((file) => ({ value: file.id, label: file.name }))}
      />
      {attach.isError && <ProblemBanner problem={problemOf(attach.error)} />}
      <FileDrop
        label={t("addFile")}
        onFiles={([file]) => file && attach.mutate(file, { onSuccess: (added) => onAdded(added.id) })}
      />
    </>
  );
}

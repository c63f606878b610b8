import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../api/problem";
import { message, useText } from "../lib/i18n";
import { sayInstant } from "../lib/wareki";
import { ProblemBanner } from "../ui/Banner";
import { FileDrop } from "../ui/FileDrop";
import { Table } from "../ui/Table";
import { announce } from "../ui/Toast";
import { attachmentsQuery, attachmentsUrl, type LedgerRow, useAttach } from "./attachments.queries";
import { attachmentsText } from "./attachments.text";

const largest = 50 * 1024 * 1024;

const printSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The files of a row of some ledger, and the box that adds more. */
export function Attachments({ row, mayAdd }: { row: LedgerRow; mayAdd: boolean }) {
  const t = useText(attachmentsText);
  const { data } = useQuery(attachmentsQuery(row));
  const [sending, setSending] = useState<{ name: string; part: number } | undefined>();
  const attach = useAttach(row, (part) => setSending((before) => before && { ...before, part }));
  const add = async (files: File[]) => {
    for (const file of files) {
      const named = { name: file.name };
      if (file.size > largest) {
        announce(message(attachmentsText, "attachmentLarge", named), "error");
        continue;
      }
      setSending({ name: file.name, part: 0 });
      try {
        await attach.mutateAsync(file);
        announce(message(attachmentsText, "attached", named));
      } catch {
        break;
      } finally {
        setSending(undefined);
      }
    }
  };
  const items = data?.items ?? [];
  const base = attachmentsUrl(row);
  return (
    <>
      {items.length === 0 ? (
        <p className="quiet">{t("noAttachments")}</p>
      ) : (
        <Table caption={t("attachments")}>
          <thead>
            <tr>
              <th scope="col">{t("fileName")}</th>
              <th scope="col">{t("fileSize")}</th>
              <th scope="col">{t("fileAdded")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id: attachment, name, size, added_at, added_by }) => (
              <tr key={attachment}>
                <th scope="row">
                  <a href={`${base}/${encodeURIComponent(attachment)}`} download>
                    {name}
                  </a>
                </th>
                <td className="number">{printSize(size)}</td>
                <td>
                  {added_by} {sayInstant(added_at)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {attach.isError && <ProblemBanner problem={problemOf(attach.error)} />}
      {sending && (
        <p role="status">
          {t("uploading", { name: sending.name })}
          <progress aria-label={sending.name} value={sending.part} max={1} />
        </p>
      )}
      {mayAdd && (
        <FileDrop
          label={t("addAttachment")}
          hint={t("attachmentHint")}
          multiple
          onFiles={(files) => void add(files)}
        />
      )}
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { message, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { FileDrop } from "../../ui/FileDrop";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { addressOf, type FilesKind, filesQuery, useAttach } from "./register.queries";
import { registerText } from "./register.text";

interface Props {
  contract: string;
  kind: FilesKind;
  id: string;
  mayAdd: boolean;
}

const printSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Files of a row: list, fetch, add. */
export function Files({ contract, kind, id, mayAdd }: Props) {
  const t = useText(registerText);
  const { data } = useQuery(filesQuery(contract, kind, id));
  const attach = useAttach(contract, kind, id);
  const add = async (files: File[]) => {
    for (const file of files) {
      try {
        await attach.mutateAsync(file);
        announce(message(registerText, "attached", { name: file.name }));
      } catch {
        break; // the banner below says why
      }
    }
  };
  const items = data?.items ?? [];
  return (
    <Block title={t("files")}>
      {items.length === 0 ? (
        <p className="quiet">{t("noFiles")}</p>
      ) : (
        <Table caption={t("files")}>
          <thead>
            <tr>
              <th scope="col">{t("fileName")}</th>
              <th scope="col">{t("fileSize")}</th>
              <th scope="col">{t("fileAdded")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((file) => (
              <tr key={file.id}>
                <th scope="row">
                  <a
                    href={`${addressOf(contract, kind, id)}/attachments/${encodeURIComponent(file.id)}`}
                    download
                  >
                    {file.name}
                  </a>
                </th>
                <td className="number">{printSize(file.size)}</td>
                <td>
                  {file.added_by} {sayInstant(file.added_at)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {attach.isError && <ProblemBanner problem={problemOf(attach.error)} />}
      {mayAdd && (
        <FileDrop label={t("addFile")} hint={t("fileHint")} multiple onFiles={(files) => void add(files)} />
      )}
    </Block>
  );
}

import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { message, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { FileDrop } from "../../ui/FileDrop";
import { Block } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { fileUrl, useAttachFile, type WorkerDetail, workerFilesQuery } from "./people.queries";
import { workerText } from "./people.text";

/** Copies of pledges and the like; shown only to those who may read them. */
export function WorkerFiles({ contract, detail }: { contract: string; detail: WorkerDetail }) {
  const t = useText(workerText);
  const { id } = detail.worker;
  const files = useQuery(workerFilesQuery(contract, id));
  const attach = useAttachFile(contract, id);
  if (!files.data) return null;
  const add = async (file: File) => {
    await attach.mutateAsync(file);
    announce(message(workerText, "fileAdded", { name: file.name }));
  };
  return (
    <Block title={t("files")} count={files.data.items.length}>
      {files.data.items.length === 0 && <p className="quiet">{t("noFiles")}</p>}
      <ul>
        {files.data.items.map((file) => (
          <li key={file.id}>
            <a href={fileUrl(contract, id, file.id)} download>
              {file.name}
            </a>
          </li>
        ))}
      </ul>
      {attach.isError && <ProblemBanner problem={problemOf(attach.error)} />}
      {detail.can_keep && (
        <FileDrop
          label={t("addFile")}
          hint={t("fileHint")}
          onFiles={([file]) => file && void add(file).catch(() => undefined)}
        />
      )}
    </Block>
  );
}

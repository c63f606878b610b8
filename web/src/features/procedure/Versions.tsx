import { useState } from "react";
import { problemOf } from "../../api/problem";
import type { Procedure, ProcedureVersion } from "../../api/types";
import { message, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { FileDrop } from "../../ui/FileDrop";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { fileUrl, useAddFile, useRemoveFile } from "./procedure.queries";
import { procedureText } from "./procedure.text";
import { useVersionName } from "./states";

interface Props {
  contract: string;
  procedure: Procedure;
}

type ProcedureFile = ProcedureVersion["files"][number];

export function Versions({ contract, procedure }: Props) {
  const t = useText(procedureText);
  const say = useSay();
  const named = useVersionName();
  const [removing, setRemoving] = useState<ProcedureFile | undefined>();
  const mayChange = procedure.can.includes("change_version");
  const [newest] = procedure.versions;
  return (
    <Block title={t("versions")} count={procedure.versions.length}>
      <Table caption={t("versions")}>
        <thead>
          <tr>
            {(["version", "note", "files", "made"] as const).map((column) => (
              <th scope="col" key={column}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {procedure.versions.map((version) => (
            <tr key={version.id}>
              <th scope="row">{named(version)}</th>
              <td className="preview-text">{version.note}</td>
              <td>
                <Files
                  contract={contract}
                  procedure={procedure.id}
                  version={version}
                  onRemove={mayChange && version === newest ? setRemoving : undefined}
                />
              </td>
              <td>
                {version.created_by} {sayInstant(version.created_at)}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {procedure.fixed && procedure.can.includes("edit") && (
        <Banner tone="info">{say(procedure.fixed)}</Banner>
      )}
      {mayChange && <AddFiles contract={contract} procedure={procedure} />}
      {removing && (
        <RemoveDialog
          contract={contract}
          procedure={procedure}
          file={removing}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Block>
  );
}

function Files({
  contract,
  procedure,
  version,
  onRemove,
}: {
  contract: string;
  procedure: string;
  version: ProcedureVersion;
  onRemove: ((file: ProcedureFile) => void) | undefined;
}) {
  const t = useText(procedureText);
  if (version.files.length === 0) return <span className="quiet">{t("noFiles")}</span>;
  return (
    <ul className="procedure-files">
      {version.files.map((file) => (
        <li key={file.id}>
          <a href={fileUrl(contract, procedure, version.id, file.id)} download>
            {file.name}
          </a>
          {onRemove && (
            <Button size="sm" look="text" onClick={() => onRemove(file)}>
              {t("removeFile")}
              <span className="visually-hidden"> {file.name}</span>
            </Button>
          )}
          <code className="procedure-hash" title={t("sha256")}>
            {file.sha256}
          </code>
        </li>
      ))}
    </ul>
  );
}

function AddFiles({ contract, procedure }: Props) {
  const t = useText(procedureText);
  const [sending, setSending] = useState<{ name: string; part: number } | undefined>();
  const add = useAddFile(contract, procedure, (part) =>
    setSending((before) => before && { ...before, part }),
  );
  const send = async (files: File[]) => {
    for (const file of files) {
      setSending({ name: file.name, part: 0 });
      try {
        await add.mutateAsync(file);
        announce(message(procedureText, "fileAdded", { name: file.name }));
      } catch {
        break;
      } finally {
        setSending(undefined);
      }
    }
  };
  return (
    <>
      {add.isError && <ProblemBanner problem={problemOf(add.error)} />}
      {sending && (
        <p role="status">
          {sending.name} <progress aria-label={sending.name} value={sending.part} max={1} />
        </p>
      )}
      <FileDrop
        label={t("addFile")}
        hint={t("addFileHint")}
        accept=".docx,.xlsx,.pdf,.txt"
        multiple
        onFiles={(files) => void send(files)}
      />
    </>
  );
}

function RemoveDialog({
  contract,
  procedure,
  file,
  onClose,
}: Props & { file: ProcedureFile; onClose: () => void }) {
  const t = useText(procedureText);
  const remove = useRemoveFile(contract, procedure);
  return (
    <FormDialog
      title={t("removeFileTitle", { name: file.name })}
      submit={t("removeFile")}
      danger
      initial={{}}
      mutation={remove}
      input={() => file.id}
      done={message(procedureText, "fileRemoved", { name: file.name })}
      onClose={onClose}
    >
      {() => <p>{t("removeFileLead")}</p>}
    </FormDialog>
  );
}

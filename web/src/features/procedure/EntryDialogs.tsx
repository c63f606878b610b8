import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMay } from "../../api/session";
import type { Procedure, ProcedureKind } from "../../api/types";
import { message, useSay, useText } from "../../lib/i18n";
import { FormDialog } from "../../parts/FormDialog";
import { Check, FieldGroup, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { announce } from "../../ui/Toast";
import { classesQuery, useAddVersion, useEditProcedure, useRegister } from "./procedure.queries";
import { kinds } from "./procedure.search";
import { procedureText } from "./procedure.text";

const titled = ({ title }: { title: string }) =>
  title.trim() === "" ? { title: message(procedureText, "enterTitle") } : {};

function ClassChoice({
  contract,
  value,
  onChange,
}: {
  contract: string;
  value: string[];
  onChange: (value: string[]) => void;
}) {
  const t = useText(procedureText);
  const say = useSay();
  const classes = useQuery(classesQuery(contract)).data ?? [];
  return (
    <FieldGroup name="device_classes" label={t("classes")} hint={t("classesHint")}>
      <div className="choices">
        {classes.map(({ id, label }) => (
          <Check
            key={id}
            label={say(label)}
            checked={value.includes(id)}
            onChange={(checked) => onChange(checked ? [...value, id] : value.filter((each) => each !== id))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

export function RegisterDialog({ contract, onClose }: { contract: string; onClose: () => void }) {
  const t = useText(procedureText);
  const may = useMay(contract);
  const navigate = useNavigate();
  const register = useRegister(contract);
  const offered = kinds.filter((kind) => may(kind === "own" ? "edit_procedure" : "keep_library"));
  return (
    <FormDialog
      title={t("register")}
      submit={t("register")}
      initial={{
        kind: offered[0] ?? ("own" as ProcedureKind),
        title: "",
        issuer: "",
        edition: "",
        device_classes: [] as string[],
      }}
      validate={titled}
      mutation={register}
      input={(values) => values}
      onDone={(_, made) => {
        announce(message(procedureText, "registered", { number: made.number }));
        return navigate({
          to: "/contracts/$contract/procedures/$procedure",
          params: { contract, procedure: made.id },
        });
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("kind")}
            onChange={(kind) => form.set({ kind: kind as ProcedureKind })}
            label={t("kind")}
            required
            options={offered.map((value) => ({ value, label: t(value) }))}
          />
          <TextField {...form.bind("title")} label={t("name")} required maxLength={200} />
          {form.values.kind !== "own" && (
            <>
              <TextField
                {...form.bind("issuer")}
                label={t("issuer")}
                hint={t("issuerHint")}
                optional
                maxLength={200}
              />
              <TextField
                {...form.bind("edition")}
                label={t("edition")}
                hint={t("editionHint")}
                optional
                maxLength={60}
              />
            </>
          )}
          <ClassChoice
            contract={contract}
            value={form.values.device_classes}
            onChange={(device_classes) => form.set({ device_classes })}
          />
        </>
      )}
    </FormDialog>
  );
}

interface Props {
  contract: string;
  procedure: Procedure;
  onClose: () => void;
}

export function EditDialog({ contract, procedure, onClose }: Props) {
  const t = useText(procedureText);
  const edit = useEditProcedure(contract, procedure);
  return (
    <FormDialog
      title={t("edit")}
      submit={t("save")}
      initial={{
        title: procedure.title,
        issuer: procedure.issuer,
        device_classes: procedure.device_classes,
      }}
      validate={titled}
      mutation={edit}
      input={(values) => values}
      done={message(procedureText, "saved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField {...form.bind("title")} label={t("name")} required maxLength={200} />
          {procedure.kind !== "own" && (
            <TextField {...form.bind("issuer")} label={t("issuer")} optional maxLength={200} />
          )}
          <ClassChoice
            contract={contract}
            value={form.values.device_classes}
            onChange={(device_classes) => form.set({ device_classes })}
          />
        </>
      )}
    </FormDialog>
  );
}

export function RetireDialog({ contract, procedure, onClose }: Props) {
  const t = useText(procedureText);
  const edit = useEditProcedure(contract, procedure);
  return (
    <FormDialog
      title={t("retireTitle", { number: procedure.number })}
      submit={t("retire")}
      danger
      initial={{}}
      mutation={edit}
      input={() => ({ retired: true })}
      done={message(procedureText, "saved")}
      onClose={onClose}
    >
      {() => <p>{t("retireLead")}</p>}
    </FormDialog>
  );
}

/** Says before it happens which approvals a new version takes away. */
export function VersionDialog({ contract, procedure, onClose }: Props) {
  const t = useText(procedureText);
  const add = useAddVersion(contract, procedure);
  const lost = procedure.jobs.filter(({ state }) => state === "asked" || state === "granted");
  return (
    <FormDialog
      title={t("addVersion")}
      submit={t("addVersion")}
      initial={{ note: "", edition: "" }}
      validate={({ note }) => (note.trim() === "" ? { note: message(procedureText, "enterNote") } : {})}
      mutation={add}
      input={(values) => values}
      done={message(procedureText, "versionMade")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("addVersionLead")}</p>
          {lost.length > 0 && (
            <p>{t("voids", { jobs: lost.map(({ number, title }) => `${number} ${title}`).join("、") })}</p>
          )}
          <TextAreaField {...form.bind("note")} label={t("note")} required maxLength={2000} />
          {procedure.kind !== "own" && (
            <TextField
              {...form.bind("edition")}
              label={t("edition")}
              hint={t("editionHint")}
              optional
              maxLength={60}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}

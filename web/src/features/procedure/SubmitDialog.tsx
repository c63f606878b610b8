import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { devicesQuery, sitesQuery } from "../../api/contract";
import type { Contract, FollowedProcedure, JobProcedures } from "../../api/types";
import { message, useSay, useText } from "../../lib/i18n";
import { FormDialog } from "../../parts/FormDialog";
import { Button } from "../../ui/Button";
import { Check, FieldGroup, SelectField, TextAreaField } from "../../ui/Field";
import { jobRequestQuery, useSubmitProcedure } from "./job.queries";
import { libraryQuery, procedureQuery } from "./procedure.queries";
import { jobText } from "./procedure.text";

interface Props {
  contract: Contract;
  request: string;
  job: JobProcedures;
  again: FollowedProcedure | undefined;
  onClose: () => void;
}

/** Hands in the newest version of a procedure for a job, with the acts and devices that it covers. */
export function SubmitDialog({ contract, request, job, again, onClose }: Props) {
  const t = useText(jobText);
  const submit = useSubmitProcedure(contract.id, request);
  const library = useInfiniteQuery(libraryQuery(contract.id, { retired: false }));
  const rows = library.data?.pages.flatMap(({ items }) => items) ?? [];
  const [chosen, setChosen] = useState(again?.procedure_id ?? "");
  const procedure = useQuery({ ...procedureQuery(contract.id, chosen), enabled: chosen !== "" });
  const own = (rows.find(({ id }) => id === chosen)?.kind ?? again?.kind) === "own";
  return (
    <FormDialog
      title={again ? t("handInAgain") : t("handIn")}
      submit={t("submit")}
      wide
      initial={{
        procedure: again?.procedure_id ?? "",
        acts: again?.acts ?? job.usual_acts,
        devices: again?.devices ?? job.usual_devices,
        reason: "",
      }}
      validate={({ procedure: id }) => (id === "" ? { procedure: message(jobText, "chooseProcedure") } : {})}
      mutation={{ ...submit, isPending: submit.isPending || procedure.isFetching }}
      input={({ acts, devices, reason }) => ({
        version_id: procedure.data?.versions[0]?.id ?? "",
        acts,
        devices,
        reason: reason.trim(),
      })}
      done={message(jobText, "submitted")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("procedure")}
            onChange={(id) => {
              setChosen(id);
              form.set({ procedure: id });
            }}
            label={t("procedure")}
            hint={t("procedureHint")}
            required
            none=""
            options={rows.map(({ id, number, title, newest }) => ({
              value: id,
              label: `${number} ${title} ${newest}`,
            }))}
          />
          {chosen !== "" && (
            <p className="quiet">
              {own && job.approval ? t("approvalNeeded", { approval: job.approval }) : t("approvalNotNeeded")}
            </p>
          )}
          <Acts contract={contract} value={form.values.acts} onChange={(acts) => form.set({ acts })} />
          <Devices
            contract={contract.id}
            request={request}
            value={form.values.devices}
            onChange={(devices) => form.set({ devices })}
          />
          <TextAreaField {...form.bind("reason")} label={t("explain")} optional rows={2} maxLength={2000} />
        </>
      )}
    </FormDialog>
  );
}

interface ListProps {
  value: string[];
  onChange: (value: string[]) => void;
}

function Acts({ contract, value, onChange }: ListProps & { contract: Contract }) {
  const t = useText(jobText);
  const say = useSay();
  if (contract.acts.length === 0) return null;
  return (
    <FieldGroup name="acts" label={t("acts")} hint={t("actsHint")}>
      <div className="choices procedure-acts">
        {contract.acts.map(({ id, label }) => (
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

/** Devices are chosen site by site; what was chosen at other sites stays chosen. */
function Devices({ contract, request, value, onChange }: ListProps & { contract: string; request: string }) {
  const t = useText(jobText);
  const row = useQuery(jobRequestQuery(contract, request)).data;
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  const [picked, setPicked] = useState<string | undefined>();
  const site = picked ?? row?.site_id ?? "";
  const devices = useQuery(devicesQuery(contract, site)).data?.items ?? [];
  const here = devices.map(({ id }) => id);
  const all = here.length > 0 && here.every((id) => value.includes(id));
  const others = value.filter((id) => !here.includes(id));
  return (
    <FieldGroup name="devices" label={t("devices")}>
      <SelectField
        name="device_site"
        label={t("site")}
        hint={t("siteHint")}
        value={site}
        onChange={setPicked}
        none=""
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {here.length > 0 && (
        <div className="choices procedure-devices">
          <Check
            label={t("allOfSite", { count: here.length })}
            checked={all}
            onChange={(checked) => onChange(checked ? [...others, ...here] : others)}
          />
          {devices.map(({ id, number, kind, model }) => (
            <Check
              key={id}
              label={`${number} ${kind} ${model}`}
              checked={value.includes(id)}
              onChange={(checked) => onChange(checked ? [...value, id] : value.filter((each) => each !== id))}
            />
          ))}
        </div>
      )}
      <p>
        {t("chosen", { count: value.length })}{" "}
        {value.length > 0 && (
          <Button size="sm" look="text" onClick={() => onChange([])}>
            {t("clear")}
          </Button>
        )}
      </p>
    </FieldGroup>
  );
}

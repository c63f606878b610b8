import { sayInstant } from "../../lib/wareki";
import "./request.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../api/client";
import { sitesQuery, useContract } from "../../api/contract";
import { today, useMay } from "../../api/session";
import type { Contract, StartEmergency, WorkStart } from "../../api/types";
import { message, useSay, useText } from "../../lib/i18n";
import { FormDialog } from "../../parts/FormDialog";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Check, FieldGroup, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { emergencyText } from "./emergency.text";
import { gatesText } from "./gates.text";
import { InstructionFields, instructionBody, instructionErrors, newInstruction } from "./instruction";
import { requestText } from "./request.text";
import { TellAgainDialog } from "./start-dialogs";

const path = "/api/v1/contracts/{contract}/emergency-starts" as const;
const keyOf = (contract: string) => ["emergency-starts", contract];

/** Work that began on the city's instruction before its papers, and what is still missing. */
export default function EmergencyPage() {
  const t = useText(emergencyText);
  const list = useText(requestText);
  const contract = useContract();
  const may = useMay(contract.id);
  const [asking, setAsking] = useState<"record" | WorkStart | undefined>();
  const { data } = useQuery({
    queryKey: keyOf(contract.id),
    queryFn: () => ask(api.GET(path, { params: { path: { contract: contract.id } } })),
  });
  const [telling, setTelling] = useState<WorkStart | undefined>();
  const close = () => setAsking(undefined);
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="list" to="/contracts/$contract/requests" params={{ contract: contract.id }}>
          {list("listTitle")}
        </Link>,
      ]}
      actions={
        may("start_emergency") && (
          <Button look="danger" onClick={() => setAsking("record")}>
            {t("record")}
          </Button>
        )
      }
    >
      <div className="stack">
        <p>{t("lead")}</p>
        {data?.items.length === 0 && <p>{t("none")}</p>}
        {data && data.items.length > 0 && (
          <Starts
            contract={contract}
            items={data.items}
            onWrite={may("write_work_request") ? setAsking : undefined}
            onTellAgain={setTelling}
          />
        )}
      </div>
      {telling && (
        <TellAgainDialog contract={contract} start={telling} onClose={() => setTelling(undefined)} />
      )}
      {asking === "record" && <RecordDialog contract={contract} onClose={close} />}
      {asking && asking !== "record" && <WriteDialog contract={contract} start={asking} onClose={close} />}
    </Page>
  );
}

interface StartsProps {
  contract: Contract;
  items: readonly WorkStart[];
  onWrite: ((start: WorkStart) => void) | undefined;
  onTellAgain: (start: WorkStart) => void;
}

function Starts({ contract, items, onWrite, onTellAgain }: StartsProps) {
  const t = useText(emergencyText);
  const gates = useText(gatesText);
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <th scope="col">{t("startedAt")}</th>
          <th scope="col">{t("work")}</th>
          <th scope="col">{t("by")}</th>
          <th scope="col">{t("instruction")}</th>
          <th scope="col">{t("papers")}</th>
          <th scope="col">{t("request")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((start) => (
          <tr key={start.id}>
            <td>{sayInstant(start.started_at)}</td>
            <th scope="row">{start.title}</th>
            <td>{start.started_name}</td>
            <td>
              {t("instructed", {
                by: start.instructed_by,
                how: start.instructed_how,
                text: start.instruction,
              })}
              {start.can_tell_again && (
                <p>
                  <Chip tone="red" sign="×">
                    {gates("disputed")}
                  </Chip>{" "}
                  <Button size="sm" onClick={() => onTellAgain(start)}>
                    {gates("tellAgain")}
                  </Button>
                </p>
              )}
            </td>
            <td>{t("papersLeft", { count: start.duties.filter(({ closed_at }) => !closed_at).length })}</td>
            <td>
              {start.request_id ? (
                <>
                  <Link
                    to="/contracts/$contract/requests/$request"
                    params={{ contract: contract.id, request: start.request_id }}
                    aria-label={`${t("show")} ${start.title}`}
                  >
                    {t("show")}
                  </Link>{" "}
                  {start.retroactive && <Chip>{t("retroactive")}</Chip>}
                </>
              ) : (
                onWrite && (
                  <Button size="sm" onClick={() => onWrite(start)}>
                    {t("write")}
                  </Button>
                )
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

interface DialogProps {
  contract: Contract;
  onClose: () => void;
}

function RecordDialog({ contract, onClose }: DialogProps) {
  const t = useText(emergencyText);
  const client = useQueryClient();
  const sites = useQuery(sitesQuery(contract.id)).data?.items ?? [];
  const mutation = useMutation({
    mutationFn: (body: StartEmergency) =>
      ask(api.POST(path, { params: { path: { contract: contract.id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(contract.id) }),
  });
  return (
    <FormDialog
      danger
      wide
      title={t("recordTitle")}
      submit={t("record")}
      done={message(emergencyText, "recorded")}
      initial={{ title: "", site_id: "", ...newInstruction(today()) }}
      validate={(values) => ({
        ...(values.title.trim() === "" && { title: message(requestText, "enterTitle") }),
        ...instructionErrors(values),
      })}
      input={({ title, site_id, ...told }) => ({ ...instructionBody(told), title, site_id: site_id || null })}
      mutation={mutation}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField {...form.bind("title")} label={t("work")} required maxLength={200} />
          {sites.length > 0 && (
            <SelectField
              {...form.bind("site_id")}
              label={t("site")}
              none={t("noSite")}
              options={sites.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <InstructionFields bind={form.bind} />
        </>
      )}
    </FormDialog>
  );
}

function WriteDialog({ contract, start, onClose }: DialogProps & { start: WorkStart }) {
  const t = useText(emergencyText);
  const say = useSay();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (body: { title: string; body: string; work_types: string[] }) =>
      ask(
        api.POST(`${path}/{start}/request`, {
          params: { path: { contract: contract.id, start: start.id } },
          body,
        }),
      ),
    onSuccess: () => {
      for (const key of [keyOf(contract.id), ["requests", contract.id], ["today", contract.id]])
        void client.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <FormDialog
      wide
      title={t("writeTitle", { title: start.title })}
      submit={t("write")}
      done={message(emergencyText, "written")}
      initial={{ title: start.title, body: start.instruction, work_types: [] as string[] }}
      validate={({ title }) => (title.trim() === "" ? { title: message(requestText, "enterTitle") } : {})}
      input={(values) => values}
      mutation={mutation}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField {...form.bind("title")} label={t("work")} required maxLength={200} />
          <TextAreaField {...form.bind("body")} label={t("body")} optional maxLength={5000} />
          <FieldGroup name="work_types" label={t("workTypes")} optional>
            <div className="choices">
              {contract.work_types.map(({ id, label }) => (
                <Check
                  key={id}
                  label={say(label)}
                  checked={form.values.work_types.includes(id)}
                  onChange={(chosen) =>
                    form.set({
                      work_types: chosen
                        ? [...form.values.work_types, id]
                        : form.values.work_types.filter((each) => each !== id),
                    })
                  }
                />
              ))}
            </div>
          </FieldGroup>
        </>
      )}
    </FormDialog>
  );
}

import "./people.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import { message, useLanguage, useSay, useText } from "../../lib/i18n";
import { parseWrittenDay, sayDays } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { DateField } from "../../ui/DateField";
import { SelectField, TextField } from "../../ui/Field";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import {
  type AssignmentList,
  assignmentsQuery,
  requestQuery,
  rosterQuery,
  useAssign,
  useUnassign,
} from "./people.queries";
import { announceText, peopleText, requestPeopleText } from "./people.text";
import { Affiliation } from "./words";

/** Who works on a request. */
export default function RequestPeoplePage() {
  const t = useText(requestPeopleText);
  const contract = useContract();
  const { request: id } = useParams({ from: "/inside/contracts/$contract/requests/$request/people" });
  const { data: request } = useSuspenseQuery(requestQuery(contract.id, id));
  const { data: assigned } = useSuspenseQuery(assignmentsQuery(contract.id, id));
  const [assigning, setAssigning] = useState(false);
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="list" to="/contracts/$contract/requests" params={{ contract: contract.id }}>
          {t("requests")}
        </Link>,
        <Link
          key="request"
          to="/contracts/$contract/requests/$request"
          params={{ contract: contract.id, request: id }}
        >
          {request.number} {request.title}
        </Link>,
      ]}
      actions={
        assigned.can_assign && (
          <Button look="solid" onClick={() => setAssigning(true)}>
            {t("assign")}
          </Button>
        )
      }
    >
      <p className="print-only">
        {request.number} {request.title}
      </p>
      <Block title={t("assigned")} count={assigned.items.length}>
        {assigned.items.length === 0 ? (
          <p className="quiet">{t("none")}</p>
        ) : (
          <Assigned contract={contract.id} request={id} list={assigned} />
        )}
      </Block>
      {assigning && <Assign contract={contract.id} request={id} onClose={() => setAssigning(false)} />}
    </Page>
  );
}

function Assigned({ contract, request, list }: { contract: string; request: string; list: AssignmentList }) {
  const t = useText(requestPeopleText);
  const people = useText(peopleText);
  const say = useSay();
  const spoken = useLanguage();
  const remove = useUnassign(contract, request);
  const takeBack = async (id: string) => {
    await remove.mutateAsync(id);
    announce(message(requestPeopleText, "removed"));
  };
  return (
    <>
      {remove.isError && <ProblemBanner problem={problemOf(remove.error)} />}
      <Table caption={t("assigned")}>
        <thead>
          <tr>
            <th scope="col">{people("name")}</th>
            <th scope="col">{people("company")}</th>
            <th scope="col">{t("task")}</th>
            <th scope="col">{t("days")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("by")}</th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <Link to="/contracts/$contract/people/$worker" params={{ contract, worker: each.worker_id }}>
                  {each.name}
                </Link>
              </th>
              <td>
                <Affiliation entry={{ ...each, kana: "", duties: [], work: "", assets: "", contact: "" }} />
              </td>
              <td>{each.task}</td>
              <td>{sayDays(each.first_day, each.last_day, spoken)}</td>
              <td>
                {each.obstacle ? (
                  <>
                    <Chip tone="red" sign="×">
                      {t("state")}
                    </Chip>{" "}
                    {say(each.obstacle)}
                  </>
                ) : (
                  <Chip tone="green" sign="○">
                    {t("ok")}
                  </Chip>
                )}
              </td>
              <td>
                {each.assigned_by}
                {list.can_assign && (
                  <Button
                    size="sm"
                    look="text"
                    aria-label={t("removeNamed", { name: each.name })}
                    onClick={() => void takeBack(each.id).catch(() => undefined)}
                  >
                    {t("remove")}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Assign({ contract, request, onClose }: { contract: string; request: string; onClose: () => void }) {
  const t = useText(requestPeopleText);
  const say = useSay();
  const [day, setDay] = useState(today());
  const roster = useQuery(rosterQuery(contract, day)).data;
  const mutation = useAssign(contract, request);
  const candidates = (roster?.items ?? []).filter(
    ({ presence }) => presence !== "left" && presence !== "void_entry",
  );
  const nameOf = (id: string) => candidates.find((each) => each.id === id)?.entry.name ?? "";
  return (
    <FormDialog
      title={t("assign")}
      submit={t("assignSubmit")}
      initial={{ worker_id: "", task: "", first_day: day, last_day: "" }}
      validate={(values) => ({
        ...(!parseWrittenDay(values.first_day) && { first_day: message(requestPeopleText, "enterFirst") }),
        ...(values.last_day !== "" &&
          !parseWrittenDay(values.last_day) && { last_day: message(announceText, "enterDay") }),
        ...(values.worker_id === "" && { worker_id: message(requestPeopleText, "chooseWho") }),
        ...(values.task.trim() === "" && { task: message(requestPeopleText, "enterTask") }),
      })}
      mutation={mutation}
      input={({ worker_id, task, first_day, last_day }) => ({
        worker_id,
        task: task.trim(),
        first_day: parseWrittenDay(first_day) ?? first_day,
        last_day: parseWrittenDay(last_day) ?? null,
        devices: [],
      })}
      onDone={({ worker_id }) => {
        announce(message(requestPeopleText, "done", { name: nameOf(worker_id) }));
        onClose();
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField
            {...form.bind("first_day")}
            label={t("first")}
            required
            onChange={(written) => {
              form.set({ first_day: written });
              const chosen = parseWrittenDay(written);
              if (chosen) setDay(chosen);
            }}
          />
          <DateField {...form.bind("last_day")} label={t("last")} hint={t("lastHint")} />
          <SelectField
            {...form.bind("worker_id")}
            label={t("who")}
            required
            none={t("choose")}
            options={candidates.map(({ id, entry, obstacle }) => ({
              value: id,
              label: obstacle
                ? t("notYet", { name: entry.name, company: entry.company, why: say(obstacle) })
                : t("ready", { name: entry.name, company: entry.company }),
            }))}
          />
          <TextField {...form.bind("task")} label={t("task")} required />
        </>
      )}
    </FormDialog>
  );
}

import { sayInstant } from "../../lib/wareki";
import "./procedure.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import type { Procedure } from "../../api/types";
import { message, useSay, useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { Comparison } from "./Comparison";
import { EditDialog, RetireDialog, VersionDialog } from "./EntryDialogs";
import { classesQuery, procedureQuery, useEditProcedure } from "./procedure.queries";
import { procedureText } from "./procedure.text";
import { StepsBlock } from "./StepsBlock";
import { StateChip, useVersionName } from "./states";
import { Versions } from "./Versions";

/** One procedure: what it is, its versions, what changed, its steps, and the jobs that follow it. */
export default function ProcedurePage() {
  const t = useText(procedureText);
  const contract = useContract();
  const { procedure: id } = useParams({ from: "/inside/contracts/$contract/procedures/$procedure" });
  const { data: procedure } = useSuspenseQuery(procedureQuery(contract.id, id));
  return (
    <Page
      title={`${procedure.number} ${procedure.title}`}
      trail={[
        <Link key="list" to="/contracts/$contract/procedures" params={{ contract: contract.id }}>
          {t("title")}
        </Link>,
      ]}
      actions={<Actions contract={contract.id} procedure={procedure} />}
    >
      <div className="stack">
        <Entry contract={contract.id} procedure={procedure} />
        <Versions contract={contract.id} procedure={procedure} />
        <StepsBlock contract={contract.id} procedure={procedure} />
        <Comparison contract={contract.id} procedure={procedure} />
        <Jobs contract={contract.id} procedure={procedure} />
      </div>
    </Page>
  );
}

interface Props {
  contract: string;
  procedure: Procedure;
}

function Actions({ contract, procedure }: Props) {
  const t = useText(procedureText);
  const [asking, setAsking] = useState<"edit" | "version" | "retire" | undefined>();
  const restore = useEditProcedure(contract, procedure);
  const shared = { contract, procedure, onClose: () => setAsking(undefined) };
  return (
    <>
      {procedure.retired_at && <Chip sign="－">{t("retired")}</Chip>}
      {procedure.can.includes("add_version") && (
        <Button look="solid" onClick={() => setAsking("version")}>
          {t("addVersion")}
        </Button>
      )}
      {procedure.can.includes("edit") && <Button onClick={() => setAsking("edit")}>{t("edit")}</Button>}
      {procedure.can.includes("retire") && <Button onClick={() => setAsking("retire")}>{t("retire")}</Button>}
      {procedure.can.includes("restore") && (
        <Button
          busy={restore.isPending}
          onClick={() =>
            void restore
              .mutateAsync({ retired: false })
              .then(() => announce(message(procedureText, "saved")))
              .catch(() => announce(message(procedureText, "conflict"), "error"))
          }
        >
          {t("restore")}
        </Button>
      )}
      <Button onClick={() => window.print()}>{t("print")}</Button>
      {asking === "edit" && <EditDialog {...shared} />}
      {asking === "version" && <VersionDialog {...shared} />}
      {asking === "retire" && <RetireDialog {...shared} />}
    </>
  );
}

function Entry({ contract, procedure }: Props) {
  const t = useText(procedureText);
  const say = useSay();
  const named = useVersionName();
  const classes = useQuery(classesQuery(contract)).data ?? [];
  const [newest] = procedure.versions;
  return (
    <Block title={t("details")}>
      <Facts>
        <Fact term={t("number")}>{procedure.number}</Fact>
        <Fact term={t("kind")}>{say(procedure.kind_label)}</Fact>
        {procedure.issuer && <Fact term={t("issuer")}>{procedure.issuer}</Fact>}
        <Fact term={t("newest")}>{newest && named(newest)}</Fact>
        <Fact term={t("classes")}>
          {procedure.device_classes.length === 0
            ? t("everyClass")
            : procedure.device_classes
                .map((id) => say(classes.find((each) => each.id === id)?.label ?? { ja: id, en: id }))
                .join("、")}
        </Fact>
      </Facts>
    </Block>
  );
}

function Jobs({ contract, procedure }: Props) {
  const t = useText(procedureText);
  const named = useVersionName();
  const versionOf = (id: string) => procedure.versions.find((each) => each.id === id);
  return (
    <Block title={t("jobs")} count={procedure.jobs.length}>
      {procedure.jobs.length === 0 ? (
        <p className="quiet">{t("noJobs")}</p>
      ) : (
        <Table caption={t("jobs")}>
          <thead>
            <tr>
              {(["request", "version", "state", "handedIn", "settled", "reason"] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {procedure.jobs.map((job) => {
              const version = versionOf(job.version_id);
              return (
                <tr key={`${job.request_id} ${job.version_id}`}>
                  <th scope="row">
                    <Link
                      to="/contracts/$contract/requests/$request/steps"
                      params={{ contract, request: job.request_id }}
                    >
                      {job.number} {job.title}
                    </Link>
                  </th>
                  <td>{version && named(version)}</td>
                  <td>
                    <StateChip state={job.state} />
                  </td>
                  <td>
                    {job.cited_by} {sayInstant(job.cited_at)}
                  </td>
                  <td>{job.settled_at && sayInstant(job.settled_at)}</td>
                  <td className="preview-text">{job.reason}</td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
    </Block>
  );
}

import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../api/session";
import type { Contract, FollowedProcedure, JobProcedures as Job } from "../../api/types";
import { message, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Table } from "../../ui/Table";
import { useDropProcedure } from "./job.queries";
import { jobText, procedureText } from "./procedure.text";
import { SubmitDialog } from "./SubmitDialog";
import { StateChip } from "./states";

interface Props {
  contract: Contract;
  request: string;
  job: Job;
}

/** Which procedures a job follows, where their approval stands, and what is still missing. */
export function JobProcedures({ contract, request, job }: Props) {
  const t = useText(jobText);
  const say = useSay();
  const may = useMay(contract.id);
  const [handing, setHanding] = useState<FollowedProcedure | "new" | undefined>();
  const [dropping, setDropping] = useState<FollowedProcedure | undefined>();
  const { readiness } = job;
  const submits = job.can_submit && may("edit_procedure");
  const writes = job.mode === "contractor_writes_city_approves";
  return (
    <>
      {!readiness.needed ? (
        <p className="quiet">{t("notNeeded")}</p>
      ) : readiness.missing === "nothing" ? (
        <Banner tone="success">{t("ready")}</Banner>
      ) : (
        <Banner tone="warning">{say(readiness.text)}</Banner>
      )}
      {job.followed.length > 0 && (
        <Followed
          contract={contract}
          job={job}
          onAgain={submits ? setHanding : undefined}
          onDrop={submits ? setDropping : undefined}
        />
      )}
      {submits && (
        <div className="actions">
          <Button
            look={readiness.missing === "none_followed" ? "solid" : "outline"}
            onClick={() => setHanding("new")}
          >
            {writes ? t("handIn") : t("choose")}
          </Button>
        </div>
      )}
      {handing && (
        <SubmitDialog
          contract={contract}
          request={request}
          job={job}
          again={handing === "new" ? undefined : handing}
          onClose={() => setHanding(undefined)}
        />
      )}
      {dropping && (
        <DropDialog
          contract={contract.id}
          request={request}
          followed={dropping}
          onClose={() => setDropping(undefined)}
        />
      )}
    </>
  );
}

function Followed({
  contract,
  job,
  onAgain,
  onDrop,
}: {
  contract: Contract;
  job: Job;
  onAgain: ((followed: FollowedProcedure) => void) | undefined;
  onDrop: ((followed: FollowedProcedure) => void) | undefined;
}) {
  const t = useText(jobText);
  const p = useText(procedureText);
  const say = useSay();
  const actNamed = (id: string) => {
    const act = contract.acts.find((each) => each.id === id);
    return act ? say(act.label) : id;
  };
  return (
    <Table caption={t("followed")}>
      <thead>
        <tr>
          <th scope="col">{t("procedure")}</th>
          <th scope="col">{p("state")}</th>
          <th scope="col">{t("covers")}</th>
          <th scope="col">{t("devices")}</th>
          <th scope="col">{p("handedIn")}</th>
          <th scope="col">{p("reason")}</th>
          {(onAgain || onDrop) && (
            <th scope="col" className="no-print">
              <span className="visually-hidden">{t("handInAgain")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {job.followed.map((each) => (
          <tr key={each.version_id}>
            <th scope="row">
              <Link
                to="/contracts/$contract/procedures/$procedure"
                params={{ contract: contract.id, procedure: each.procedure_id }}
                search={{ version: each.version_id }}
              >
                {each.citation}
              </Link>
            </th>
            <td>
              <StateChip state={each.state} />
            </td>
            <td>{each.acts.map(actNamed).join("、")}</td>
            <td>
              {each.devices.length === 0 ? t("allDevices") : t("deviceCount", { count: each.devices.length })}
            </td>
            <td>
              {each.cited_by} {sayInstant(each.cited_at)}
            </td>
            <td className="preview-text">{each.reason}</td>
            {(onAgain || onDrop) && (
              <td className="no-print">
                {onAgain && ["returned", "withdrawn", "voided"].includes(each.state) && (
                  <Button size="sm" onClick={() => onAgain(each)}>
                    {t("handInAgain")}
                  </Button>
                )}
                {onDrop && ["cited", "returned", "withdrawn"].includes(each.state) && (
                  <Button size="sm" look="text" onClick={() => onDrop(each)}>
                    {t("drop")}
                    <span className="visually-hidden"> {each.citation}</span>
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function DropDialog({
  contract,
  request,
  followed,
  onClose,
}: {
  contract: string;
  request: string;
  followed: FollowedProcedure;
  onClose: () => void;
}) {
  const t = useText(jobText);
  const drop = useDropProcedure(contract, request);
  return (
    <FormDialog
      title={t("dropTitle", { name: followed.citation })}
      submit={t("drop")}
      danger
      initial={{}}
      mutation={drop}
      input={() => followed.version_id}
      done={message(jobText, "dropped")}
      onClose={onClose}
    >
      {() => <p>{t("dropLead")}</p>}
    </FormDialog>
  );
}

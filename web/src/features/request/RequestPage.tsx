import "./request.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { devicesQuery, sitesQuery, useContract } from "../../api/contract";
import { useMay } from "../../api/session";
import type { Contract, WorkRequest } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Attachments } from "../../parts/Attachments";
import { QuestionsBlock } from "../../parts/QuestionsBlock";
import { SiteLink } from "../../parts/SiteLink";
import { VisitsOfRequest } from "../../parts/VisitsBlock";
import { Banner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { AcceptDialog, EditDialog, ResultDialog } from "./acts";
import { Confirmations, mayConfirm } from "./Confirmations";
import { Gates } from "./Gates";
import { gatesText } from "./gates.text";
import { formUrl, requestQuery } from "./request.queries";
import { requestText } from "./request.text";
import { type ColumnKey, columnTitle, OutOfScope, printHours, StatusChip } from "./request-columns";
import { Schedule } from "./Schedule";
import { DeclineDialog } from "./start-dialogs";
import { CommentForm, RequestTimeline } from "./Timeline";

const confirmations = "confirmations";

export default function RequestPage() {
  const t = useText(requestText);
  const contract = useContract();
  const { request: id } = useParams({ from: "/inside/contracts/$contract/requests/$request" });
  const { data: row } = useSuspenseQuery(requestQuery(contract.id, id));
  const may = useMay(contract.id);
  return (
    <Page
      title={`${row.number} ${row.title}`}
      trail={[
        <Link key="list" to="/contracts/$contract/requests" params={{ contract: contract.id }}>
          {t("listTitle")}
        </Link>,
      ]}
      actions={<Actions contract={contract} row={row} />}
    >
      <div className="request-columns">
        <div className="stack">
          <Declined row={row} />
          <Request contract={contract} row={row} />
          {may("view_gates") && row.status !== "done" && <Gates contract={contract} row={row} />}
          {may("view_schedule") && <Schedule contract={contract} row={row} />}
          <Work contract={contract} row={row} />
          <Block id={confirmations} title={t("confirmations")}>
            <Confirmations contract={contract} row={row} />
          </Block>
          <QuestionsBlock contract={contract.id} request={row.id} />
          <VisitsOfRequest contract={contract.id} request={row.id} />
          <Block title={t("attachments")}>
            <Attachments
              row={{ contract: contract.id, ledger: "work-requests", id: row.id }}
              mayAdd={may("comment")}
            />
          </Block>
        </div>
        <Block title={t("timeline")}>
          {may("comment") && <CommentForm contract={contract.id} id={row.id} />}
          <RequestTimeline contract={contract.id} id={row.id} />
        </Block>
      </div>
    </Page>
  );
}

interface Props {
  contract: Contract;
  row: WorkRequest;
}

function Actions({ contract, row }: Props) {
  const t = useText(requestText);
  const gates = useText(gatesText);
  const [asking, setAsking] = useState<"edit" | "accept" | "decline" | "result" | undefined>();
  const may = useMay(contract.id);
  const shared = { contract, row, onClose: () => setAsking(undefined) };
  const recordFirst = row.can.includes("record_result") && row.result === "";
  return (
    <>
      <StatusChip contract={contract} status={row.status} />
      <OutOfScope row={row} />
      {row.start === "emergency" && (
        <Chip tone="yellow" sign="!">
          {gates("emergencyChip")}
        </Chip>
      )}
      {mayConfirm(row) && (
        <a {...buttonLook("solid")} href={`#${confirmations}`}>
          {t("toConfirm")}
        </a>
      )}
      {row.can.includes("accept") && (
        <Button look="solid" onClick={() => setAsking("accept")}>
          {t("accept")}
        </Button>
      )}
      {row.can.includes("decline") && (
        <Button onClick={() => setAsking("decline")}>{gates("decline")}</Button>
      )}
      {row.can.includes("start") && (
        <a {...buttonLook("solid")} href="#gates">
          {gates("start")}
        </a>
      )}
      {row.can.includes("record_result") && (
        <Button look={recordFirst ? "solid" : "outline"} onClick={() => setAsking("result")}>
          {t("record")}
        </Button>
      )}
      {row.can.includes("edit_city") && <Button onClick={() => setAsking("edit")}>{t("edit")}</Button>}
      {may("view_roster") && (
        <Link
          {...buttonLook("outline")}
          to="/contracts/$contract/requests/$request/people"
          params={{ contract: contract.id, request: row.id }}
        >
          {t("people")}
        </Link>
      )}
      <Link
        {...buttonLook("outline")}
        to="/contracts/$contract/requests/$request/steps"
        params={{ contract: contract.id, request: row.id }}
      >
        {t("steps")}
      </Link>
      {may("export_work_request") && (
        <a {...buttonLook("outline")} href={formUrl(contract.id, row.id)}>
          {t("formFile")}
        </a>
      )}
      <Button onClick={() => window.print()}>{t("print")}</Button>
      {asking === "edit" && <EditDialog {...shared} />}
      {asking === "accept" && <AcceptDialog {...shared} />}
      {asking === "decline" && <DeclineDialog {...shared} />}
      {asking === "result" && <ResultDialog {...shared} />}
    </>
  );
}

/** The contractor did not take the request on: the next change of the city asks again. */
function Declined({ row }: { row: WorkRequest }) {
  const gates = useText(gatesText);
  if (row.declined === "") return null;
  return (
    <Banner tone="warning" title={gates("declinedBanner")}>
      {row.declined}
    </Banner>
  );
}

function useFact({ contract }: Props) {
  const t = useText(requestText);
  const say = useSay();
  const spoken = useLanguage();
  return {
    term: (key: ColumnKey) => say(columnTitle(contract, key)),
    text: (value: string | null | undefined) => value || t("notStated"),
    day: (value: string | null | undefined) => (value ? sayDay(value, spoken) : t("notStated")),
  };
}

function Request(props: Props) {
  const { contract, row } = props;
  const t = useText(requestText);
  const say = useSay();
  const { term, text, day } = useFact(props);
  const types = contract.work_types
    .filter(({ id }) => row.work_types.includes(id))
    .map(({ label }) => say(label));
  return (
    <Block title={t("details")}>
      <Facts>
        <Fact term={term("number")}>{row.number}</Fact>
        <Fact term={term("status")}>
          <StatusChip contract={contract} status={row.status} />
        </Fact>
        <Fact term={term("body")} wide>
          {text(row.body)}
        </Fact>
        <Fact term={t("workType")} wide>
          {text(types.join(t("listComma")))}
        </Fact>
        <Fact term={term("entered_on")}>{day(row.entered_on)}</Fact>
        <Fact term={term("wish_on")}>{day(row.wish_on)}</Fact>
        <Fact term={term("city_person")}>{text(row.city_person)}</Fact>
        <Fact term={term("division")}>{text(row.division)}</Fact>
        <Fact term={term("division_person")}>{text(row.division_person)}</Fact>
        <Place {...props} />
      </Facts>
    </Block>
  );
}

function Place({ contract, row }: Props) {
  const t = useText(requestText);
  const site = row.site_id ?? "";
  const sites = useQuery({ ...sitesQuery(contract.id), enabled: site !== "" });
  const devices = useQuery(devicesQuery(contract.id, site));
  if (site === "") return null;
  const device = devices.data?.items.find(({ id }) => id === row.device_id);
  return (
    <>
      <Fact term={t("site")}>
        <SiteLink id={site} name={sites.data?.items.find(({ id }) => id === site)?.name ?? ""} />
      </Fact>
      {device && (
        <Fact term={t("device")}>
          {device.number} {device.model}
        </Fact>
      )}
    </>
  );
}

function Work(props: Props) {
  const { row } = props;
  const t = useText(requestText);
  const { term, text, day } = useFact(props);
  return (
    <Block title={t("work")}>
      {row.result === "" && <p className="quiet">{t("noResult")}</p>}
      <Facts>
        {row.result !== "" && (
          <Fact term={term("result")} wide>
            {row.result}
          </Fact>
        )}
        {row.procedure_followed !== "" && (
          <Fact term={t("procedure")} wide>
            {row.procedure_followed}
          </Fact>
        )}
        <Fact term={t("performedOn")}>{day(row.performed_on)}</Fact>
        {row.performed_until && <Fact term={t("performedUntil")}>{day(row.performed_until)}</Fact>}
        <Fact term={t("performedBy")}>{text(row.performed_by)}</Fact>
        <Fact term={term("contractor")}>{text(row.contractor)}</Fact>
        <Fact term={term("contractor_person")}>{text(row.contractor_person)}</Fact>
        <Fact term={term("received_on")}>{day(row.received_on)}</Fact>
        <Fact term={term("planned_hours")}>{text(printHours(row.planned_hours))}</Fact>
        <Fact term={term("actual_hours")}>{text(printHours(row.actual_hours))}</Fact>
      </Facts>
    </Block>
  );
}

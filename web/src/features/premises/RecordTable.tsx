import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { EntryRecord } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Table } from "../../ui/Table";
import { ConfirmButton } from "./ConfirmButton";
import { premisesText } from "./premises.text";
import { CorrectDialog, LeaveDialog, WithdrawDialog } from "./record-dialogs";
import { SeenChip } from "./SeenChip";
import { VersionsDialog } from "./VersionsDialog";

interface Props {
  contract: string;
  caption: string;
  records: readonly EntryRecord[];
}

type Asking = { act: "leave" | "correct" | "withdraw" | "versions"; record: EntryRecord };

export function RecordTable({ contract, caption, records }: Props) {
  const t = useText(premisesText);
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  return (
    <>
      <Table caption={caption}>
        <thead>
          <tr>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("in")}</th>
            <th scope="col">{t("out")}</th>
            <th scope="col">{t("room")}</th>
            <th scope="col">{t("purpose")}</th>
            <th scope="col">{t("attendant")}</th>
            <th scope="col">{t("seen")}</th>
            <th scope="col" className="no-print">
              {t("acts")}
            </th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <RecordRow
              key={record.id}
              contract={contract}
              record={record}
              ask={(act) => setAsking({ act, record })}
            />
          ))}
        </tbody>
      </Table>
      {asking?.act === "leave" && <LeaveDialog contract={contract} record={asking.record} onClose={close} />}
      {asking?.act === "correct" && (
        <CorrectDialog contract={contract} record={asking.record} onClose={close} />
      )}
      {asking?.act === "withdraw" && (
        <WithdrawDialog contract={contract} record={asking.record} onClose={close} />
      )}
      {asking?.act === "versions" && (
        <VersionsDialog contract={contract} record={asking.record} onClose={close} />
      )}
    </>
  );
}

interface RowProps {
  contract: string;
  record: EntryRecord;
  ask: (act: Asking["act"]) => void;
}

function RecordRow({ contract, record, ask }: RowProps) {
  const t = useText(premisesText);
  const spoken = useLanguage();
  return (
    <tr data-withdrawn={record.withdrawn || undefined}>
      <th scope="row">
        {record.name}
        <small className="premises-under">{record.affiliation}</small>
      </th>
      <td>{sayInstant(record.in_at, spoken)}</td>
      <td>{record.out_at && sayInstant(record.out_at, spoken)}</td>
      <td>
        {record.room}
        <small className="premises-under">
          <SiteLink id={record.site_id} name={record.site} /> {record.floor}
        </small>
      </td>
      <td>
        {record.purpose}
        {record.request_id && (
          <small className="premises-under">
            <Link
              to="/contracts/$contract/requests/$request"
              params={{ contract, request: record.request_id }}
            >
              {record.request_number}
            </Link>
          </small>
        )}
      </td>
      <td>{record.attendant}</td>
      <td>
        {record.withdrawn ? (
          <Chip sign="×">{t("cancelled")}</Chip>
        ) : (
          record.out_at && <SeenChip seen={record.seen} version={record.version} />
        )}
      </td>
      <td className="no-print">
        <Acts contract={contract} record={record} ask={ask} />
      </td>
    </tr>
  );
}

function Acts({ contract, record, ask }: RowProps) {
  const t = useText(premisesText);
  return (
    <div className="premises-acts">
      {record.may_keep && !record.out_at && (
        <Button size="sm" look="solid" onClick={() => ask("leave")}>
          {t("leave")}
        </Button>
      )}
      {record.may_confirm && record.seen?.version !== record.version && (
        <ConfirmButton contract={contract} records={[record]}>
          {t("confirm")}
        </ConfirmButton>
      )}
      {record.may_keep && (
        <>
          <Button size="sm" onClick={() => ask("correct")}>
            {t("correct")}
          </Button>
          <Button size="sm" onClick={() => ask("withdraw")}>
            {t("withdraw")}
          </Button>
        </>
      )}
      <Button size="sm" onClick={() => ask("versions")}>
        {t("versions")}
      </Button>
    </div>
  );
}

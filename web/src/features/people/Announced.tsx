import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Contract } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { WithdrawChange } from "./announce-dialogs";
import type { Roster, RosterChange } from "./people.queries";
import { announceText, peopleText, workerText } from "./people.text";
import { differences, StandingChip, useEntryValue } from "./words";

/** What is announced and not confirmed yet, or takes effect later. */
export function Announced({ contract, roster }: { contract: Contract; roster: Roster }) {
  const t = useText(peopleText);
  if (roster.announced.length === 0) return null;
  return (
    <Block title={t("announced")} count={roster.announced.length}>
      <p className="quiet no-print">{t("announcedLead")}</p>
      <ChangeTable
        caption={t("announced")}
        contract={contract}
        changes={roster.announced}
        named
        versionOf={({ worker_id }) => roster.items.find(({ id }) => id === worker_id)?.version ?? 0}
      />
    </Block>
  );
}

interface Props {
  caption: string;
  contract: Contract;
  changes: readonly RosterChange[];
  /** Says whom each change is about. */
  named?: boolean;
  versionOf: (change: RosterChange) => number;
}

export function ChangeTable({ caption, contract, changes, named = false, versionOf }: Props) {
  const t = useText(peopleText);
  const [withdrawing, setWithdrawing] = useState<RosterChange | undefined>();
  return (
    <>
      <Table caption={caption}>
        <thead>
          <tr>
            <th scope="col">{t("effect")}</th>
            <th scope="col">{t("kind")}</th>
            {named && <th scope="col">{t("name")}</th>}
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("number")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Row
              key={change.id}
              contract={contract}
              change={change}
              named={named}
              onWithdraw={setWithdrawing}
            />
          ))}
        </tbody>
      </Table>
      {withdrawing && (
        <WithdrawChange
          contract={contract}
          change={withdrawing}
          version={versionOf(withdrawing)}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </>
  );
}

interface RowProps {
  contract: Contract;
  change: RosterChange;
  named: boolean;
  onWithdraw: (change: RosterChange) => void;
}

function Row({ contract, change, named, onWithdraw }: RowProps) {
  const t = useText(peopleText);
  const announceWords = useText(announceText);
  const spoken = useLanguage();
  const { entry, kind } = change;
  return (
    <tr>
      <td>{sayDay(change.takes_effect_on, spoken)}</td>
      <td>
        {t(kind)} {change.emergency && <Chip tone="red">{t("emergency")}</Chip>}
      </td>
      {named && (
        <th scope="row">
          <Link
            to="/contracts/$contract/people/$worker"
            params={{ contract: contract.id, worker: change.worker_id }}
          >
            {entry.name}
          </Link>
        </th>
      )}
      <td>
        <What contract={contract} change={change} />
      </td>
      <td>
        <StandingChip change={change} />
        {change.settled_at && <small className="people-term">{sayInstant(change.settled_at)}</small>}
      </td>
      <td className="people-contact">
        {change.approval_number || t("notStated")}
        {change.can_withdraw && (
          <Button
            size="sm"
            look="text"
            aria-label={announceWords("withdrawNamed", { name: entry.name, kind: t(kind) })}
            onClick={() => onWithdraw(change)}
          >
            {announceWords("withdraw")}
          </Button>
        )}
      </td>
    </tr>
  );
}

function What({ contract, change }: { contract: Contract; change: RosterChange }) {
  const t = useText(peopleText);
  const worker = useText(workerText);
  const announceWords = useText(announceText);
  const spoken = useLanguage();
  const value = useEntryValue(contract);
  const { entry, before, kind } = change;
  return (
    <ul className="people-what">
      {kind === "entry" && (
        <li>
          {entry.company}
          {t("comma")}
          {value(entry, "duties")}
          {t("comma")}
          {entry.work}
        </li>
      )}
      {kind === "change" &&
        differences(before, entry).map((field) => (
          <li key={field}>
            {worker("beforeAfter", {
              field: t(field),
              before: before ? value(before, field) : "",
              after: value(entry, field),
            })}
          </li>
        ))}
      {change.reason && (
        <li>
          {announceWords("reason")}：{change.reason}
        </li>
      )}
      {change.city_request && (
        <li>
          {announceWords("cityRequest")}：{change.city_request}
        </li>
      )}
      {change.reported_on && (
        <li>
          {announceWords("reportedOn")}：{sayDay(change.reported_on, spoken)}
        </li>
      )}
      <li className="quiet">
        {sayInstant(change.announced_at)} {change.announced_by}
      </li>
    </ul>
  );
}

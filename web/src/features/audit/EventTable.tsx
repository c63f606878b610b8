import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { Contract, LedgerEvent } from "../../api/types";
import { useSayValue } from "../../api/values";
import { reasonOf } from "../../lib/both";
import { useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Table } from "../../ui/Table";
import { numbersQuery } from "./audit.queries";
import { subjectText } from "./audit.search";
import { auditText } from "./audit.text";
import { pageOf, useSubjectName } from "./subject-name";

interface Props {
  contract: Contract;
  events: readonly LedgerEvent[];
  /** The subject that all of them are about, if one was chosen. */
  chosen: string | undefined;
  onSubject: (subject: string) => void;
}

/** Up to so many changes stand open in the row. */
const fewChanges = 3;

export function EventTable({ contract, events, chosen, onSubject }: Props) {
  const t = useText(auditText);
  const say = useSay();
  return (
    <Table caption={t("events")}>
      <thead>
        <tr>
          <th scope="col">{t("sequence")}</th>
          <th scope="col">{t("at")}</th>
          <th scope="col">{t("actor")}</th>
          <th scope="col">{t("kind")}</th>
          <th scope="col">{t("subject")}</th>
          <th scope="col">{t("origin")}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.sequence}>
            <th scope="row" className="number">
              {event.sequence}
            </th>
            <td className="audit-time">
              {event.unreadable.at ?? <time dateTime={event.at}>{sayInstant(event.at)}</time>}
            </td>
            <td className="audit-actor">
              {event.actor_name}
              {event.side !== "neutral" && (
                <>
                  <br />
                  <small>{t(event.side)}</small>
                </>
              )}
            </td>
            <td className="audit-what">
              <p>{say(event.text)}</p>
              {event.altered && <Altered values={event.unreadable} />}
              {event.reason && <p>{t("reason", { reason: reasonOf(event) })}</p>}
              <Changes changes={event.changes} />
            </td>
            <td>
              <SubjectCell contract={contract} event={event} chosen={chosen} onSubject={onSubject} />
            </td>
            <td>
              <Origin event={event} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Somebody changed this event behind the program's back; the chain check says where the first one is. */
function Altered({ values }: { values: LedgerEvent["unreadable"] }) {
  const t = useText(auditText);
  return (
    <div>
      <Chip sign="×" tone="red">
        {t("altered")}
      </Chip>
      {Object.entries(values).map(([column, value]) => (
        <p key={column}>{t("unreadable", { column, value })}</p>
      ))}
    </div>
  );
}

function Changes({ changes }: { changes: LedgerEvent["changes"] }) {
  const t = useText(auditText);
  const say = useSay();
  const value = useSayValue();
  if (changes.length === 0) return null;
  const list = (
    <dl className="audit-changes">
      {changes.map(({ field, label, before, after }) => (
        <div key={field}>
          <dt>{say(label)}</dt>
          <dd>
            {before && <>{value(field, before)} → </>}
            {after ? value(field, after) : t("empty")}
          </dd>
        </div>
      ))}
    </dl>
  );
  if (changes.length <= fewChanges) return list;
  return (
    <details>
      <summary>{t("changes", { count: changes.length })}</summary>
      {list}
    </details>
  );
}

function SubjectCell({ contract, event, chosen, onSubject }: Omit<Props, "events"> & { event: LedgerEvent }) {
  const t = useText(auditText);
  const numbers = useQuery(numbersQuery(contract.id)).data;
  const subject = { kind: event.subject_kind, id: event.subject_id };
  const name = useSubjectName(numbers)(subject);
  const written = subjectText(subject);
  const page = pageOf(subject);
  return (
    <div className="audit-subject">
      {page ? <Link {...({ to: `/contracts/${contract.id}${page}` } as LinkProps)}>{name}</Link> : name}
      {subject.id !== "" && chosen !== written && (
        <Button size="sm" look="text" onClick={() => onSubject(written)}>
          {t("onlyThis")}
          <span className="visually-hidden"> {name}</span>
        </Button>
      )}
    </div>
  );
}

function Origin({ event }: { event: LedgerEvent }) {
  const t = useText(auditText);
  return (
    <div className="audit-origin">
      {t(event.origin)} {event.remote_address}
      <details>
        <summary>{t("hash", { hash: event.hash.slice(0, 8) })}</summary>
        <code className="audit-hash">{event.hash}</code>
        {event.request_id && <p>{t("requestId", { id: event.request_id })}</p>}
      </details>
    </div>
  );
}

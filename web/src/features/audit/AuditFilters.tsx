import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { useText } from "../../lib/i18n";
import { parseWrittenDay, printDay } from "../../lib/wareki";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { numbersQuery, useFindRequest } from "./audit.queries";
import { type AuditSearch, subjectOf, subjectText } from "./audit.search";
import { auditText } from "./audit.text";
import { kindText } from "./kind.text";
import { kinds } from "./kinds";
import { useSubjectName } from "./subject-name";

interface Props {
  contract: string;
  search: AuditSearch;
  onChange: (change: AuditSearch) => void;
}

/** What was done, and to which request; both stand in the address. */
export function AuditFilters({ contract, search, onChange }: Props) {
  const t = useText(auditText);
  const kind = useText(kindText);
  const [number, setNumber] = useState("");
  const find = useFindRequest(contract);
  const [person, setPerson] = useState(search.actor ?? "");
  const wanted = number.normalize("NFKC").trim();
  const submit = async () => {
    onChange({ actor: person.trim() || undefined });
    if (wanted === "") return;
    const id = await find.mutateAsync(wanted);
    if (id)
      onChange({ subject: subjectText({ kind: "work_request", id }), actor: person.trim() || undefined });
  };
  return (
    <search className="no-print">
      <form
        className="audit-filters"
        onSubmit={(event) => {
          event.preventDefault();
          submit().catch(() => undefined);
        }}
      >
        <label>
          <span>{t("kind")}</span>
          <select
            className="control"
            data-size="sm"
            value={search.kind ?? ""}
            onChange={(event) => onChange({ kind: event.target.value || undefined })}
          >
            <option value="">{t("allKinds")}</option>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {kind(each)}
              </option>
            ))}
          </select>
        </label>
        {(["from", "to"] as const).map((end) => (
          <DayFilter
            key={`${end} ${search[end] ?? ""}`}
            label={t(end)}
            day={search[end]}
            onChange={(day) => onChange({ [end]: day })}
          />
        ))}
        <label>
          <span>{t("byWhom")}</span>
          <input
            className="control"
            data-size="sm"
            autoComplete="off"
            value={person}
            onChange={(event) => setPerson(event.target.value)}
          />
        </label>
        <label>
          <span>{t("number")}</span>
          <input
            className="control"
            data-size="sm"
            data-shortcut="/"
            autoComplete="off"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </label>
        <Button type="submit" size="sm" busy={find.isPending}>
          {t("find")}
        </Button>
        <Chosen
          contract={contract}
          search={search}
          onChange={(change) => {
            setPerson("");
            onChange(change);
          }}
        />
      </form>
      {find.isError && <ProblemBanner problem={problemOf(find.error)} />}
      {find.isSuccess && !find.data && (
        <Banner tone="warning">{t("notFound", { number: find.variables })}</Banner>
      )}
    </search>
  );
}

/** A day in any way of writing; taken over when the field is left or Enter is pressed. */
function DayFilter({
  label,
  day,
  onChange,
}: {
  label: string;
  day: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  const t = useText(auditText);
  const [written, setWritten] = useState(day ? printDay(day, "western_slash") : "");
  const wrong = written.trim() !== "" && !parseWrittenDay(written);
  const take = () => {
    const meant = written.trim() === "" ? undefined : parseWrittenDay(written);
    if (!wrong && meant !== day) onChange(meant);
  };
  return (
    <label>
      <span>
        {label} <small>{t("dayExample")}</small>
      </span>
      <input
        className="control"
        data-size="sm"
        autoComplete="off"
        aria-invalid={wrong || undefined}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && take()}
      />
    </label>
  );
}

const nothing: AuditSearch = {
  kind: undefined,
  subject: undefined,
  from: undefined,
  to: undefined,
  actor: undefined,
};

function Chosen({ contract, search, onChange }: Props) {
  const t = useText(auditText);
  const numbers = useQuery(numbersQuery(contract)).data;
  const name = useSubjectName(numbers);
  const subject = subjectOf(search.subject);
  if (!(subject || search.kind || search.from || search.to || search.actor)) return null;
  return (
    <>
      {subject && <span>{t("shownSubject", { subject: name(subject) })}</span>}
      <Button size="sm" look="text" onClick={() => onChange(nothing)}>
        {t("clear")}
      </Button>
    </>
  );
}

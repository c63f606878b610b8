import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import type { Person } from "../../api/types";
import { fold } from "../../lib/fold";
import { useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { AdminFrame } from "./AdminFrame";
import { peopleQuery } from "./admin.queries";
import { adminText, peopleText } from "./admin.text";
import { AddPerson, EditPerson, LinkDialog } from "./people-dialogs";

type Asked = { act: "add" } | { act: "edit" | "link"; person: Person };

/** Who may sign in to this installation. */
export default function PeoplePage() {
  const t = useText(peopleText);
  const [asked, setAsked] = useState<Asked | undefined>();
  const close = () => setAsked(undefined);
  return (
    <AdminFrame
      part="people"
      actions={
        <Button look="solid" onClick={() => setAsked({ act: "add" })}>
          {t("add")}
        </Button>
      }
    >
      <People onAsk={setAsked} />
      {asked?.act === "add" && <AddPerson onClose={close} />}
      {asked?.act === "edit" && <EditPerson person={asked.person} onClose={close} />}
      {asked?.act === "link" && <LinkDialog person={asked.person} onClose={close} />}
    </AdminFrame>
  );
}

function People({ onAsk }: { onAsk: (asked: Asked) => void }) {
  const t = useText(peopleText);
  const admin = useText(adminText);
  const people = useQuery(peopleQuery);
  const [words, setWords] = useState("");
  if (people.isPending) return <Loading />;
  if (people.isError) return <ProblemBanner problem={problemOf(people.error)} />;
  const found = people.data.items.filter(({ name, login }) => fold(name + login).includes(fold(words)));
  return (
    <div className="stack">
      <search className="no-print">
        <label className="admin-contract">
          <span>{t("search")}</span>
          <input
            type="search"
            className="control"
            data-size="sm"
            data-shortcut="/"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
      </search>
      <Table caption={admin("people")}>
        <thead>
          <tr>
            <th scope="col">{admin("name")}</th>
            <th scope="col">{t("login")}</th>
            <th scope="col">{t("language")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col" className="no-print">
              {admin("action")}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.map((person) => (
            <Row key={person.id} person={person} onAsk={onAsk} />
          ))}
        </tbody>
      </Table>
      <p role="status">{found.length === 0 && t("none")}</p>
    </div>
  );
}

function Row({ person, onAsk }: { person: Person; onAsk: (asked: Asked) => void }) {
  const t = useText(peopleText);
  return (
    <tr className="admin-row">
      <th scope="row">
        {person.name} {person.administrator && <Chip tone="blue">{t("administrator")}</Chip>}
      </th>
      <td>{person.login}</td>
      <td>{t(person.language)}</td>
      <td>
        <State person={person} />
      </td>
      <td className="no-print">
        <div className="actions">
          <Button
            size="sm"
            aria-label={t("editNamed", { name: person.name })}
            onClick={() => onAsk({ act: "edit", person })}
          >
            {t("edit")}
          </Button>
          {!person.disabled && (
            <Button size="sm" look="text" onClick={() => onAsk({ act: "link", person })}>
              {t(person.has_password ? "reset" : "invite")}
              <span className="visually-hidden"> {person.name}</span>
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

function State({ person }: { person: Person }) {
  const t = useText(peopleText);
  if (person.disabled)
    return (
      <Chip tone="red" sign="×">
        {t("disabled")}
      </Chip>
    );
  return person.has_password ? (
    <Chip tone="green" sign="○">
      {t("active")}
    </Chip>
  ) : (
    <Chip tone="yellow" sign="△">
      {t("invited")}
    </Chip>
  );
}

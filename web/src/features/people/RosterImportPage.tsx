import "./people.css";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { message, useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip, type ChipTone } from "../../ui/Chip";
import { FileDrop } from "../../ui/FileDrop";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { type RosterImport, useSendRoster } from "./people.queries";
import { importText, peopleText, workerText } from "./people.text";

type Row = RosterImport["rows"][number];

const tones: Record<Row["outcome"], { tone: ChipTone; sign: string }> = {
  new: { tone: "blue", sign: "＋" },
  changed: { tone: "yellow", sign: "△" },
  unchanged: { tone: "neutral", sign: "－" },
  refused: { tone: "red", sign: "×" },
};

/** Reading a roster from Excel: first what it would change, then announcing exactly that. */
export default function RosterImportPage() {
  const t = useText(importText);
  const people = useText(peopleText);
  const contract = useContract();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | undefined>();
  const compare = useSendRoster(contract.id);
  const save = useSendRoster(contract.id);
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    save.reset();
    if (chosen) compare.mutate({ file: chosen });
    else compare.reset();
  };
  const announceAll = async (seen: string, skipRefused: boolean) => {
    if (!file) return;
    await save.mutateAsync({ file, seen, skipRefused });
    announce(message(importText, "done"));
    await navigate({ to: "/contracts/$contract/people", params: { contract: contract.id } });
  };
  const problem = save.error ?? compare.error;
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="list" to="/contracts/$contract/people" params={{ contract: contract.id }}>
          {people("title")}
        </Link>,
      ]}
    >
      <div className="stack">
        <FileDrop label={t("file")} hint={t("hint")} accept=".xlsx" onFiles={([chosen]) => choose(chosen)} />
        <div role="status">{compare.isPending && t("comparing")}</div>
        {problem && <ProblemBanner problem={problemOf(problem)} />}
        {file && compare.data && (
          <Preview
            name={file.name}
            found={compare.data}
            busy={save.isPending}
            onCancel={() => choose(undefined)}
            onSave={(skip) => void announceAll(compare.data.seen, skip).catch(() => undefined)}
          />
        )}
      </div>
    </Page>
  );
}

interface Props {
  name: string;
  found: RosterImport;
  busy: boolean;
  onCancel: () => void;
  onSave: (skipRefused: boolean) => void;
}

function Preview({ name, found, busy, onCancel, onSave }: Props) {
  const t = useText(importText);
  const people = useText(peopleText);
  const count = (outcome: Row["outcome"]) => found.rows.filter((row) => row.outcome === outcome).length;
  const created = count("new");
  const changed = count("changed");
  const refused = count("refused");
  const some = created + changed > 0;
  return (
    <Block title={t("found", { name })} count={found.rows.length}>
      <p>
        {t("summary", { created, changed, unchanged: count("unchanged"), refused })}
        {!some && t("nothing")}
      </p>
      <Table caption={t("found", { name })}>
        <thead>
          <tr>
            <th scope="col">{t("row")}</th>
            <th scope="col">{t("outcome")}</th>
            <th scope="col">{people("name")}</th>
            <th scope="col">{people("company")}</th>
            <th scope="col">{t("effect")}</th>
            <th scope="col">{t("difference")}</th>
          </tr>
        </thead>
        <tbody>
          {found.rows.map((row) => (
            <PlannedRow key={row.row} row={row} />
          ))}
        </tbody>
      </Table>
      <div className="actions">
        <Button onClick={onCancel}>{t("cancel")}</Button>
        {some && (
          <Button look="solid" busy={busy} onClick={() => onSave(refused > 0)}>
            {t(refused > 0 ? "saveRest" : "save")}
          </Button>
        )}
      </div>
    </Block>
  );
}

function PlannedRow({ row }: { row: Row }) {
  const t = useText(importText);
  const worker = useText(workerText);
  const people = useText(peopleText);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <tr>
      <td>{row.row}</td>
      <td>
        <Chip {...tones[row.outcome]}>{t(row.outcome)}</Chip>
      </td>
      <th scope="row">{row.name}</th>
      <td>{row.company}</td>
      <td>{row.takes_effect_on ? sayDay(row.takes_effect_on, spoken) : people("notStated")}</td>
      <td>
        <ul className="people-what">
          {row.problems.map(({ cell, text }) => (
            <li key={cell}>{t("at", { cell, text: say(text) })}</li>
          ))}
          {row.outcome === "changed" &&
            row.cells.map(({ field, label, before, after }) => (
              <li key={field}>
                {worker("beforeAfter", {
                  field: say(label),
                  before: before || people("notStated"),
                  after: after || people("notStated"),
                })}
              </li>
            ))}
        </ul>
      </td>
    </tr>
  );
}

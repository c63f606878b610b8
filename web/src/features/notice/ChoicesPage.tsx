import "./notice.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { message, useSay, useText } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Check, TextField } from "../../ui/Field";
import { Loading, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { type Choices, choicesQuery, useSaveChoices, type Way } from "./notice.queries";
import { noticeText } from "./notice.text";

const ways: readonly Way[] = ["screen", "mail", "digest"];

/** How somebody wants to hear of what happens in a contract. */
export default function ChoicesPage() {
  const t = useText(noticeText);
  const contract = useContract();
  const choices = useQuery(choicesQuery(contract.id));
  return (
    <Page
      title={t("choicesTitle")}
      trail={[
        <Link key="notices" to="/contracts/$contract/notices" params={{ contract: contract.id }} search={{}}>
          {t("title")}
        </Link>,
      ]}
    >
      {choices.isPending && <Loading />}
      {choices.isError && <ProblemBanner problem={problemOf(choices.error)} />}
      {choices.data && <Form contract={contract.id} choices={choices.data} />}
    </Page>
  );
}

/** Above the choices: whether and where mail arrives at all. */
function Address({ choices }: { choices: Choices }) {
  const t = useText(noticeText);
  if (!choices.mail_configured) return <Banner tone="info">{t("notConfigured")}</Banner>;
  if (choices.mail !== "")
    return (
      <p>
        {t("address")}: <strong>{choices.mail}</strong>
      </p>
    );
  return (
    <Banner tone="warning" actions={<Link to="/account">{t("toAccount")}</Link>}>
      {t("noAddress")}
    </Banner>
  );
}

interface Typed {
  ways: Record<string, Way>;
  digest_at: string;
  urgent_always: boolean;
}

const typedOf = (choices: Choices): Typed => ({
  ways: Object.fromEntries(choices.ways.map(({ group, way }) => [group, way])),
  digest_at: choices.digest_at,
  urgent_always: choices.urgent_always,
});

function Form({ contract, choices }: { contract: string; choices: Choices }) {
  const t = useText(noticeText);
  // Until somebody chooses, the page shows what stands; what they choose is meant for what they saw.
  const [changed, setTyped] = useState<Typed | undefined>();
  const typed = changed ?? typedOf(choices);
  const save = useSaveChoices(contract, choices, changed !== undefined);
  const wrongTime = !/^([01]\d|2[0-3]):[0-5]\d$/.test(typed.digest_at.normalize("NFKC"));
  const problem = save.isError ? problemOf(save.error) : undefined;
  const submit = async () => {
    if (wrongTime) return;
    const body = {
      ways: choices.ways.map(({ group, way }) => ({ group, way: typed.ways[group] ?? way })),
      digest_at: typed.digest_at.normalize("NFKC"),
      urgent_always: typed.urgent_always,
    };
    await save.mutateAsync(body);
    setTyped(undefined);
    announce(message(noticeText, "saved"));
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch(() => undefined);
      }}
    >
      <p>{t("choicesLead")}</p>
      <Address choices={choices} />
      {problem?.isConflict ? (
        <Banner tone="warning">{t("conflict")}</Banner>
      ) : (
        problem && <ProblemBanner problem={problem} />
      )}
      <Ways
        choices={choices}
        chosen={typed.ways}
        onChoose={(group, way) => setTyped({ ...typed, ways: { ...typed.ways, [group]: way } })}
      />
      <div className="form">
        <TextField
          name="digest_at"
          label={t("digestAt")}
          hint={t("digestHint")}
          error={wrongTime ? message(noticeText, "digestWrong") : undefined}
          value={typed.digest_at}
          onChange={(digest_at) => setTyped({ ...typed, digest_at })}
          maxLength={5}
          autoComplete="off"
        />
        <Check
          label={t("urgentAlways")}
          checked={typed.urgent_always}
          onChange={(urgent_always) => setTyped({ ...typed, urgent_always })}
        />
      </div>
      <div className="actions">
        <Button type="submit" look="solid" busy={save.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

interface WaysProps {
  choices: Choices;
  chosen: Record<string, Way>;
  onChoose: (group: string, way: Way) => void;
}

function Ways({ choices, chosen, onChoose }: WaysProps) {
  const t = useText(noticeText);
  const say = useSay();
  return (
    <div className="choice-table">
      <Table caption={t("choicesTitle")}>
        <thead>
          <tr>
            <th scope="col">{t("kinds")}</th>
            {ways.map((way) => (
              <th key={way} scope="col">
                {t(way)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {choices.ways.map(({ group, label }) => (
            <tr key={group}>
              <th scope="row">{say(label)}</th>
              {ways.map((way) => (
                <td key={way}>
                  <label>
                    <span className="visually-hidden">{`${say(label)}: ${t(way)}`}</span>
                    <input
                      type="radio"
                      name={group}
                      checked={chosen[group] === way}
                      onChange={() => onChoose(group, way)}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { message, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Fact, Facts, Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { AdminFrame } from "./AdminFrame";
import { adminText } from "./admin.text";
import { type Mail, mailsQuery, useSendMailAgain } from "./outside.queries";
import { mailText } from "./outside.text";
import { StateChip } from "./StateChip";

/** Whether mail leaves, and the letters of which nobody knows whether they did. */
export default function MailPage() {
  return (
    <AdminFrame part="mail">
      <Content />
    </AdminFrame>
  );
}

function Content() {
  const t = useText(mailText);
  const latest = useQuery(mailsQuery(false));
  const attention = useQuery(mailsQuery(true));
  if (latest.isPending || attention.isPending) return <Loading />;
  if (latest.isError) return <ProblemBanner problem={problemOf(latest.error)} />;
  if (attention.isError) return <ProblemBanner problem={problemOf(attention.error)} />;
  const { configured, server, from, items } = latest.data;
  return (
    <div className="stack">
      {configured ? (
        <Facts>
          <Fact term={t("server")}>{server}</Fact>
          <Fact term={t("from")}>{from}</Fact>
        </Facts>
      ) : (
        <Banner tone="info">{t("none")}</Banner>
      )}
      <Block title={t("attention")}>
        <p>{t("attentionLead")}</p>
        {attention.data.items.length === 0 ? (
          <p>{t("nothing")}</p>
        ) : (
          <Letters caption={t("attention")} letters={attention.data.items} />
        )}
      </Block>
      <Block title={t("latest")}>
        {items.length === 0 ? <p>{t("noLetters")}</p> : <Letters caption={t("latest")} letters={items} />}
      </Block>
    </div>
  );
}

function Letters({ caption, letters }: { caption: string; letters: readonly Mail[] }) {
  const t = useText(mailText);
  const admin = useText(adminText);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t("to")}</th>
          <th scope="col">{t("count")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("made")}</th>
          <th scope="col">{t("next")}</th>
          <th scope="col">{t("tried")}</th>
          <th scope="col">{t("reason")}</th>
          <th scope="col" className="no-print">
            {admin("action")}
          </th>
        </tr>
      </thead>
      <tbody>
        {letters.map((mail) => (
          <tr className="admin-row" key={mail.id}>
            <th scope="row">
              {mail.person_name} <small>{mail.address}</small>
            </th>
            <td className="number">{mail.notices}</td>
            <td>
              <StateChip state={mail.state} />
            </td>
            <td>{sayInstant(mail.created_at)}</td>
            <td>{mail.state === "ready" && sayInstant(mail.next_at)}</td>
            <td>{t("attempts", { count: mail.attempts })}</td>
            <td>{mail.problem}</td>
            <td className="no-print">
              {["unsure", "failed"].includes(mail.state) && <SendAgain mail={mail} />}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function SendAgain({ mail }: { mail: Mail }) {
  const t = useText(mailText);
  const again = useSendMailAgain();
  return (
    <>
      <Button
        size="sm"
        look="text"
        busy={again.isPending}
        onClick={() => again.mutate(mail, { onSuccess: () => announce(message(mailText, "queued")) })}
      >
        {t("again")}
        <span className="visually-hidden"> {mail.person_name}</span>
      </Button>
      {again.isError && <ProblemBanner problem={problemOf(again.error)} />}
    </>
  );
}

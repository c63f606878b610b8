import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { useSay, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { AdminFrame, ForContract } from "./AdminFrame";
import { adminText } from "./admin.text";
import { Deliveries } from "./Deliveries";
import { type Webhook, webhooksQuery } from "./outside.queries";
import { webhookText } from "./outside.text";
import { AddWebhook, EditWebhook, RemoveWebhook, RenewSecret } from "./webhooks-dialogs";

type Asked = { act: "add" } | { act: "edit" | "renew" | "remove" | "deliveries"; webhook: Webhook };

/** The programs that are told what happens in a contract. */
export default function WebhooksPage() {
  const t = useText(webhookText);
  const [asked, setAsked] = useState<Asked | undefined>();
  return (
    <AdminFrame
      part="webhooks"
      actions={
        <Button look="solid" onClick={() => setAsked({ act: "add" })}>
          {t("add")}
        </Button>
      }
    >
      <ForContract part="webhooks">
        {(contract) => (
          <>
            <p>{t("lead")}</p>
            <Webhooks contract={contract} onAsk={setAsked} />
            <Dialogs contract={contract} asked={asked} onClose={() => setAsked(undefined)} />
          </>
        )}
      </ForContract>
    </AdminFrame>
  );
}

interface DialogsProps {
  contract: string;
  asked: Asked | undefined;
  onClose: () => void;
}

function Dialogs({ contract, asked, onClose }: DialogsProps) {
  const { data } = useQuery(webhooksQuery(contract));
  if (!asked || !data) return null;
  const shared = { contract, onClose };
  if (asked.act === "add") return <AddWebhook {...shared} list={data} />;
  if (asked.act === "edit") return <EditWebhook {...shared} list={data} webhook={asked.webhook} />;
  if (asked.act === "renew") return <RenewSecret {...shared} webhook={asked.webhook} />;
  if (asked.act === "remove") return <RemoveWebhook {...shared} webhook={asked.webhook} />;
  return <Deliveries {...shared} webhook={asked.webhook} />;
}

function Webhooks({ contract, onAsk }: { contract: string; onAsk: (asked: Asked) => void }) {
  const t = useText(webhookText);
  const admin = useText(adminText);
  const say = useSay();
  const webhooks = useQuery(webhooksQuery(contract));
  if (webhooks.isPending) return <Loading />;
  if (webhooks.isError) return <ProblemBanner problem={problemOf(webhooks.error)} />;
  const { items, groups } = webhooks.data;
  if (items.length === 0) return <p>{t("none")}</p>;
  return (
    <Table caption={admin("webhooks")}>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("url")}</th>
          <th scope="col">{t("groups")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col" className="no-print">
            {admin("action")}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((webhook) => (
          <tr className="admin-row" key={webhook.id}>
            <th scope="row">{webhook.name}</th>
            <td className="admin-url">{webhook.url}</td>
            <td>
              {groups
                .filter(({ group }) => webhook.groups.includes(group))
                .map(({ label }) => say(label))
                .join("、")}
            </td>
            <td>
              <Health webhook={webhook} />
            </td>
            <td className="no-print">
              <Acts webhook={webhook} onAsk={onAsk} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Health({ webhook }: { webhook: Webhook }) {
  const t = useText(webhookText);
  if (webhook.disabled_at)
    return (
      <>
        <Chip tone="red" sign="×">
          {t("off")}
        </Chip>{" "}
        <small>{webhook.disabled_because}</small>
      </>
    );
  return (
    <>
      <Chip tone="green" sign="○">
        {t("on")}
      </Chip>{" "}
      {webhook.failures > 0 && <small>{t("failures", { count: webhook.failures })}</small>}
    </>
  );
}

function Acts({ webhook, onAsk }: { webhook: Webhook; onAsk: (asked: Asked) => void }) {
  const t = useText(webhookText);
  const acts = [
    ["deliveries", t("showDeliveries")],
    ["edit", t("edit")],
    ["renew", t("renew")],
    ["remove", t("remove")],
  ] as const;
  return (
    <div className="admin-acts">
      {acts.map(([act, label]) => (
        <Button key={act} size="sm" look="text" onClick={() => onAsk({ act, webhook })}>
          {label}
          <span className="visually-hidden"> {webhook.name}</span>
        </Button>
      ))}
    </div>
  );
}

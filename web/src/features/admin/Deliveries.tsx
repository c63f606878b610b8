import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { message, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { adminText } from "./admin.text";
import {
  deliveriesQuery,
  useSendDeliveryAgain,
  useTryWebhook,
  type Webhook,
  type WebhookDelivery,
} from "./outside.queries";
import { mailText, webhookText } from "./outside.text";
import { StateChip } from "./StateChip";

interface Props {
  contract: string;
  webhook: Webhook;
  onClose: () => void;
}

/** What a webhook was sent lately, and a trial. */
export function Deliveries({ contract, webhook, onClose }: Props) {
  const t = useText(webhookText);
  const deliveries = useQuery(deliveriesQuery(contract, webhook.id));
  const trial = useTryWebhook(contract);
  const items = deliveries.data?.items ?? [];
  return (
    <Dialog title={t("deliveries", { name: webhook.name })} onClose={onClose} wide>
      {trial.isError && <ProblemBanner problem={problemOf(trial.error)} />}
      {deliveries.isPending && <Loading />}
      {deliveries.isSuccess && items.length === 0 && <p>{t("noDeliveries")}</p>}
      {items.length > 0 && <Rows contract={contract} webhook={webhook} items={items} />}
      <DialogActions onCancel={onClose}>
        <Button
          busy={trial.isPending}
          onClick={() =>
            trial.mutate(webhook.id, { onSuccess: () => announce(message(webhookText, "trialQueued")) })
          }
        >
          {t("trial")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Rows({
  contract,
  webhook,
  items,
}: {
  contract: string;
  webhook: Webhook;
  items: readonly WebhookDelivery[];
}) {
  const t = useText(webhookText);
  const mail = useText(mailText);
  const admin = useText(adminText);
  const again = useSendDeliveryAgain(contract, webhook.id);
  return (
    <Table caption={t("deliveries", { name: webhook.name })}>
      <thead>
        <tr>
          <th scope="col">{t("kind")}</th>
          <th scope="col">{mail("made")}</th>
          <th scope="col">{mail("state")}</th>
          <th scope="col">{t("status")}</th>
          <th scope="col">{mail("reason")}</th>
          <th scope="col">{admin("action")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((delivery) => (
          <tr className="admin-row" key={delivery.id}>
            <th scope="row">{delivery.kind}</th>
            <td>{sayInstant(delivery.created_at)}</td>
            <td>
              <StateChip state={delivery.state} />
            </td>
            <td>{delivery.status > 0 && delivery.status}</td>
            <td>{delivery.problem}</td>
            <td>
              {["unsure", "failed"].includes(delivery.state) && (
                <Button
                  size="sm"
                  look="text"
                  busy={again.isPending}
                  onClick={() => again.mutate(delivery.id)}
                >
                  {mail("again")}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

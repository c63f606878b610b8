import { useState } from "react";
import { message, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { TextAreaField } from "../../ui/Field";
import { Block } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { type Demand, type DemandAct, useDemand, type WorkerDetail } from "./people.queries";
import { workerText } from "./people.text";

type Asked = { act: "demand" } | { act: "answer"; demand: Demand };

/** What the city demanded about a person who is clearly unsuitable, and what came of it. */
export function Demands({ contract, detail }: { contract: string; detail: WorkerDetail }) {
  const t = useText(workerText);
  const [asked, setAsked] = useState<Asked | undefined>();
  const mutation = useDemand(contract, detail.worker.id);
  if (detail.demands.length === 0 && !detail.can_demand) return null;
  const close = async (id: string) => {
    await mutation.mutateAsync({ act: "close", id });
    announce(message(workerText, "closeDone"));
  };
  return (
    <Block
      title={t("demands")}
      count={detail.demands.length}
      actions={
        detail.can_demand && (
          <Button size="sm" onClick={() => setAsked({ act: "demand" })}>
            {t("demand")}
          </Button>
        )
      }
    >
      <ul className="people-demands">
        {detail.demands.map((demand) => (
          <li key={demand.id}>
            <p>
              {sayInstant(demand.demanded_at)} {demand.demanded_by}：{demand.reason}
            </p>
            {demand.answered_at && (
              <p>
                {sayInstant(demand.answered_at)} {demand.answered_by}：{demand.answer}
              </p>
            )}
            {demand.closed_at ? (
              <Chip sign="○">{t("closed")}</Chip>
            ) : (
              <div className="actions">
                {detail.can_keep && (
                  <Button size="sm" onClick={() => setAsked({ act: "answer", demand })}>
                    {t("answer")}
                  </Button>
                )}
                {detail.can_demand && demand.answered_at && (
                  <Button size="sm" onClick={() => void close(demand.id).catch(() => undefined)}>
                    {t("close")}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <FormDialog
          title={t(asked.act === "demand" ? "demand" : "answer")}
          submit={t(asked.act === "demand" ? "demand" : "answer")}
          initial={{ text: asked.act === "answer" ? asked.demand.answer : "" }}
          validate={({ text }) => (text.trim() === "" ? { text: message(workerText, "enterText") } : {})}
          mutation={mutation}
          input={({ text }): DemandAct =>
            asked.act === "demand"
              ? { act: "demand", text: text.trim() }
              : { act: "answer", id: asked.demand.id, text: text.trim() }
          }
          onDone={() => {
            announce(message(workerText, asked.act === "demand" ? "demandDone" : "answerDone"));
            setAsked(undefined);
          }}
          onClose={() => setAsked(undefined)}
        >
          {(form) => (
            <TextAreaField
              {...form.bind("text")}
              label={t(asked.act === "demand" ? "demand" : "answerLabel")}
              hint={asked.act === "demand" ? t("demandHint") : undefined}
              required
            />
          )}
        </FormDialog>
      )}
    </Block>
  );
}

import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Incident, IncidentAct, IncidentFlow, IncidentFlowStep } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { ActDialog } from "./act-dialogs";
import { FlowHistory } from "./FlowHistory";
import { leadOf, ledgerOf } from "./flow";
import { flowText, stepStanding, stepTurn } from "./flow.text";
import { BranchDialog, StepBackDialog, StepDialog, SwapDialog } from "./flow-dialogs";
import { actButton } from "./incident.text";

interface Props {
  contract: string;
  incident: Incident;
}

type Opened =
  | { dialog: "step" | "back" | "swap"; step: IncidentFlowStep }
  | { dialog: "course"; act: IncidentAct }
  | { dialog: "branch" };

/** The way to the end, by the branch of the contract: what is done, what comes next, and what lies ahead. */
export function FlowBlock({ contract, incident }: Props) {
  const [opened, setOpened] = useState<Opened | undefined>();
  const { flow } = incident;
  if (!flow || (flow.steps.length === 0 && flow.offered.length === 0)) return null;
  const shared = { contract, incident, onClose: () => setOpened(undefined) };
  return (
    <>
      <Flow incident={incident} flow={flow} open={setOpened} contract={contract} />
      {opened?.dialog === "step" && <StepDialog {...shared} step={opened.step} />}
      {opened?.dialog === "back" && <StepBackDialog {...shared} step={opened.step} />}
      {opened?.dialog === "swap" && <SwapDialog {...shared} step={opened.step} />}
      {opened?.dialog === "course" && <ActDialog {...shared} act={opened.act} />}
      {opened?.dialog === "branch" && <BranchDialog {...shared} flow={flow} />}
    </>
  );
}

type Open = (opened: Opened) => void;

function Flow({ contract, incident, flow, open }: Props & { flow: IncidentFlow; open: Open }) {
  const t = useText(flowText);
  const say = useSay();
  const turn = useText(stepTurn);
  const { branch } = flow;
  const chooses = flow.offered.some(({ id }) => id !== branch?.id);
  return (
    <Block
      id="flow"
      title={t("title")}
      actions={
        chooses && (
          <Button size="sm" look={branch ? "outline" : "solid"} onClick={() => open({ dialog: "branch" })}>
            {branch ? t("change") : t("choose")}
          </Button>
        )
      }
    >
      {branch ? (
        <p>
          <strong>{say(branch.label)}</strong> <span className="quiet">{branch.clause}</span>
          {flow.by_itself && <span className="quiet"> ／ {t("byItself")}</span>}
          {flow.waits_for && (
            <>
              {" "}
              <Chip tone="blue">{t("waitsFor", { who: turn(flow.waits_for) })}</Chip>
            </>
          )}
        </p>
      ) : (
        <p>{t(chooses ? "none" : "waiting")}</p>
      )}
      <ol className="flow">
        {flow.steps.map((step, at) => (
          <Step
            key={step.id}
            contract={contract}
            incident={incident}
            step={step}
            at={at}
            next={step.id === flow.next}
            open={open}
          />
        ))}
      </ol>
      <FlowHistory entries={flow.entries} />
    </Block>
  );
}

interface StepProps extends Props {
  step: IncidentFlowStep;
  at: number;
  next: boolean;
  open: Open;
}

const isTaken = ({ standing }: IncidentFlowStep): boolean => !["open", "waits", "off"].includes(standing);
const stateOf = (step: IncidentFlowStep, next: boolean): string =>
  isTaken(step) ? "taken" : next ? "next" : step.standing;

function Step({ step, at, next, ...props }: StepProps) {
  const t = useText(flowText);
  const say = useSay();
  const turn = useText(stepTurn);
  const standing = useText(stepStanding);
  const taken = isTaken(step);
  return (
    <li data-state={stateOf(step, next)} aria-current={next ? "step" : undefined}>
      <span className="flow-mark" aria-hidden="true">
        {step.standing === "off" || step.standing === "not_needed" ? "－" : taken ? "✓" : at + 1}
      </span>
      <div className="flow-step">
        <p>
          <strong>{say(step.label)}</strong>{" "}
          {step.mandatory && !taken && step.standing !== "off" && <Chip tone="yellow">{t("mandatory")}</Chip>}{" "}
          {step.standing !== "open" && <span className="flow-standing">{standing(step.standing)}</span>}{" "}
          {!taken && step.turn !== "contractor" && <span className="quiet">{turn(step.turn)}</span>}
        </p>
        <Told step={step} />
        {next && (
          <p className="flow-hint">
            {say(step.hint)}{" "}
            <span className="quiet">{step.basis === "contract" ? step.clause : t("assumption")}</span>
          </p>
        )}
        <StepActs {...props} step={step} next={next} />
      </div>
    </li>
  );
}

/** Who did it and when, from the entry or from the record that shows it. */
function Told({ step: { entry, shown } }: { step: IncidentFlowStep }) {
  const t = useText(flowText);
  const spoken = useLanguage();
  const told = entry ?? shown;
  if (!told) return null;
  const people = [told.person, entry?.city_person].filter(Boolean).join(" ／ ");
  return (
    <p className="flow-told">
      {sayInstant(told.at, spoken)} {people}
      {entry?.spare_id && (
        <strong> {t("units", { failed: entry.failed_number, spare: entry.spare_number })}</strong>
      )}
      {told.text && <span className="prewrap"> {told.text}</span>}
    </p>
  );
}

function StepActs({ contract, incident, step, next, open }: Omit<StepProps, "at">) {
  const t = useText(flowText);
  const say = useSay();
  const button = useText(actButton);
  const lead = leadOf(step, incident.acts);
  const ledger = step.can.length > 0 ? ledgerOf(step) : undefined;
  const look = next ? ({ look: "solid" } as const) : ({ look: "outline", size: "sm" } as const);
  const name = t("recordOf", { step: say(step.label) });
  const noUnit = lead.kind === "swap" && !incident.device_id;
  if (lead.kind === "nothing" && !step.may_take_back) return null;
  return (
    <div className="actions no-print">
      {lead.kind === "record" && (
        <Button {...look} aria-label={next ? undefined : name} onClick={() => open({ dialog: "step", step })}>
          {step.kind === "decision" ? t("decide") : t("record")}
        </Button>
      )}
      {lead.kind === "swap" && !noUnit && (
        <Button {...look} onClick={() => open({ dialog: "swap", step })}>
          {t("swap")}
        </Button>
      )}
      {lead.kind === "swap" && step.can.includes("not_needed") && (
        <Button size="sm" onClick={() => open({ dialog: "step", step: withoutSwap(step) })}>
          {t("noSwap")}
        </Button>
      )}
      {lead.kind === "course" && next && (
        <Button {...look} onClick={() => open({ dialog: "course", act: lead.act })}>
          {button(lead.act)}
        </Button>
      )}
      {ledger === "desks" && (
        <Link
          {...buttonLook("text", "sm")}
          to="/contracts/$contract/desks"
          params={{ contract }}
          search={incident.device_id ? { device: incident.device_id } : {}}
        >
          {t("desks")}
        </Link>
      )}
      {ledger === "repairs" && (
        <Link
          {...buttonLook("text", "sm")}
          to="/contracts/$contract/repairs"
          params={{ contract }}
          search={incident.device_id ? { fault: incident.id } : {}}
        >
          {t("repairs")}
        </Link>
      )}
      {step.may_take_back && (
        <Button
          size="sm"
          look="text"
          aria-label={t("takeBackOf", { step: say(step.label) })}
          onClick={() => open({ dialog: "back", step })}
        >
          {t("takeBack")}
        </Button>
      )}
      {noUnit && <p className="quiet">{t("noUnit")}</p>}
    </div>
  );
}

/** An exchange is done by the exchange itself; the dialog of a step only says that there was none. */
const withoutSwap = (step: IncidentFlowStep): IncidentFlowStep => ({ ...step, can: ["not_needed"] });

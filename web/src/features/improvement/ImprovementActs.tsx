import { Link } from "@tanstack/react-router";
import { type ComponentType, useState } from "react";
import type { Improvement } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Button, buttonLook } from "../../ui/Button";
import {
  type ActProps,
  CheckDialog,
  ConcludeDialog,
  DecideDialog,
  ReviseDialog,
  StartDialog,
  WithdrawDialog,
} from "./act-dialogs";
import { improvementText } from "./improvement.text";

type Act = Improvement["acts"][number];

/** In the order of a proposal; what only mends or ends it comes last. */
const acts = [
  ["decide", "doDecide", DecideDialog],
  ["start", "doStart", StartDialog],
  ["check", "doCheck", CheckDialog],
  ["conclude", "doConclude", ConcludeDialog],
  ["revise", "doRevise", ReviseDialog],
  ["withdraw", "doWithdraw", WithdrawDialog],
] as const satisfies readonly (readonly [Act, string, ComponentType<ActProps>])[];

export function ImprovementActs({ contract, improvement }: Omit<ActProps, "onClose">) {
  const t = useText(improvementText);
  const [chosen, choose] = useState<Act | undefined>();
  const possible = acts.filter(([act]) => improvement.acts.includes(act));
  const Dialog = acts.find(([act]) => act === chosen)?.[2];
  const { ground, ground_id, months, id } = improvement;
  if (improvement.acts.length === 0) return null;
  return (
    <fieldset className="actions no-print">
      <legend className="visually-hidden">{t("actsOf")}</legend>
      {possible.map(([act, word]) => (
        <Button key={act} size="sm" onClick={() => choose(act)}>
          {t(word)}
        </Button>
      ))}
      {improvement.acts.includes("carry_on") && (
        <Link
          {...buttonLook("outline", "sm")}
          to="/contracts/$contract/incidents/improvements/new"
          params={{ contract }}
          search={{
            ground,
            of: ground_id || undefined,
            class: improvement.class || undefined,
            months: months || undefined,
            continues: id,
          }}
        >
          {t("doCarryOn")}
        </Link>
      )}
      {Dialog && <Dialog contract={contract} improvement={improvement} onClose={() => choose(undefined)} />}
    </fieldset>
  );
}

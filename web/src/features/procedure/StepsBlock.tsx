import { useState } from "react";
import type { Procedure, ProcedureStep } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { procedureText } from "./procedure.text";
import { StepEditor } from "./StepEditor";

/** What a step asks for, as words. */
export function StepMarks({ step }: { step: ProcedureStep }) {
  const t = useText(procedureText);
  return (
    <>
      {step.per_device && <Chip>{t("perDevice")}</Chip>}
      {step.operation_check && <Chip tone="blue">{t("operationCheck")}</Chip>}
      {step.photo && <Chip>{t("photo")}</Chip>}
    </>
  );
}

export function StepsBlock({ contract, procedure }: { contract: string; procedure: Procedure }) {
  const t = useText(procedureText);
  const [writing, setWriting] = useState(false);
  return (
    <Block
      title={t("stepsOf")}
      count={procedure.steps.length}
      actions={
        procedure.can.includes("change_version") && (
          <Button size="sm" onClick={() => setWriting(true)}>
            {t("writeSteps")}
          </Button>
        )
      }
    >
      {procedure.steps.length === 0 ? (
        <p className="quiet">{t("noSteps")}</p>
      ) : (
        <ol className="procedure-steps">
          {procedure.steps.map((step) => (
            <li key={step.number}>
              <span className="preview-text">{step.text}</span> <StepMarks step={step} />
            </li>
          ))}
        </ol>
      )}
      {writing && <StepEditor contract={contract} procedure={procedure} onClose={() => setWriting(false)} />}
    </Block>
  );
}

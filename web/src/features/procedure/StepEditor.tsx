import { useRef } from "react";
import type { Procedure, ProcedureStep } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { FormDialog } from "../../parts/FormDialog";
import { Button } from "../../ui/Button";
import { Check } from "../../ui/Field";
import { useWriteSteps } from "./procedure.queries";
import { procedureText } from "./procedure.text";

/** A step under pen; the key stays with it while others move around it. */
type Draft = Omit<ProcedureStep, "number"> & { key: number };

const blank = { text: "", per_device: false, operation_check: false, photo: false };

/** The steps of the newest version as a list that is written from top to bottom; Enter begins the next step. */
export function StepEditor({
  contract,
  procedure,
  onClose,
}: {
  contract: string;
  procedure: Procedure;
  onClose: () => void;
}) {
  const t = useText(procedureText);
  const write = useWriteSteps(contract, procedure);
  const next = useRef(Math.max(procedure.steps.length, 1) + 1);
  const draftOf = (step: Omit<ProcedureStep, "number">): Draft => ({ ...step, key: next.current++ });
  return (
    <FormDialog
      title={t("writeSteps")}
      submit={t("save")}
      wide
      initial={{
        steps: (procedure.steps.length > 0 ? procedure.steps : [{ number: 1, ...blank }]).map(
          ({ number, ...step }): Draft => ({ ...step, key: number }),
        ),
      }}
      mutation={write}
      input={({ steps }) => steps.filter(({ text }) => text.trim() !== "").map(({ key: _, ...step }) => step)}
      done={message(procedureText, "stepsSaved")}
      onClose={onClose}
    >
      {(form) => {
        const { steps } = form.values;
        const put = (changed: Draft[]) => form.set({ steps: changed });
        const change = (key: number, part: Partial<Draft>) =>
          put(steps.map((step) => (step.key === key ? { ...step, ...part } : step)));
        const addAfter = (index: number) =>
          put([...steps.slice(0, index + 1), draftOf(blank), ...steps.slice(index + 1)]);
        const up = (index: number) => {
          const moved = [...steps];
          const [step] = moved.splice(index, 1);
          if (step) moved.splice(index - 1, 0, step);
          put(moved);
        };
        return (
          <>
            <ol className="step-editor">
              {steps.map((step, index) => (
                <StepRow
                  key={step.key}
                  step={step}
                  number={index + 1}
                  onChange={(part) => change(step.key, part)}
                  onEnter={() => addAfter(index)}
                  onUp={index > 0 ? () => up(index) : undefined}
                  onRemove={() => put(steps.filter(({ key }) => key !== step.key))}
                />
              ))}
            </ol>
            <div>
              <Button size="sm" onClick={() => addAfter(steps.length - 1)}>
                {t("addStep")}
              </Button>
            </div>
          </>
        );
      }}
    </FormDialog>
  );
}

interface RowProps {
  step: Draft;
  number: number;
  onChange: (part: Partial<Draft>) => void;
  onEnter: () => void;
  onUp: (() => void) | undefined;
  onRemove: () => void;
}

function StepRow({ step, number, onChange, onEnter, onUp, onRemove }: RowProps) {
  const t = useText(procedureText);
  return (
    <li>
      <input
        className="control"
        aria-label={t("stepNumber", { number })}
        // biome-ignore lint/a11y/noAutofocus: a step that was just begun is to be written
        autoFocus={step.text === ""}
        maxLength={1000}
        value={step.text}
        onChange={(event) => onChange({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.ctrlKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (step.text.trim() !== "") onEnter();
        }}
      />
      <div className="step-editor-marks">
        <Check
          label={t("perDevice")}
          checked={step.per_device}
          onChange={(per_device) => onChange({ per_device })}
        />
        <Check
          label={t("operationCheck")}
          checked={step.operation_check}
          onChange={(operation_check) =>
            onChange({ operation_check, ...(operation_check && { per_device: true }) })
          }
        />
        <Check label={t("photo")} checked={step.photo} onChange={(photo) => onChange({ photo })} />
        {onUp && (
          <Button size="sm" look="text" aria-label={t("moveUp", { number })} onClick={onUp}>
            ↑
          </Button>
        )}
        <Button size="sm" look="text" aria-label={t("removeStep", { number })} onClick={onRemove}>
          ×
        </Button>
      </div>
    </li>
  );
}

import type { ProcedureStep, StepRecord, StepResult, StepSheet } from "../../api/types";

export const results: readonly StepResult[] = ["done", "reservation", "failed", "not_applicable"];

export const signOf: Record<StepResult, string> = {
  done: "○",
  reservation: "△",
  failed: "×",
  not_applicable: "－",
};

const keys: Record<string, StepResult> = {
  "1": "done",
  o: "done",
  "○": "done",
  "2": "reservation",
  t: "reservation",
  "△": "reservation",
  "3": "failed",
  x: "failed",
  "×": "failed",
  "4": "not_applicable",
  "-": "not_applicable",
  "－": "not_applicable",
};

/** The result that a key stands for, also when typed in full width. */
export const resultOfKey = (key: string): StepResult | undefined =>
  keys[key] ?? keys[key.normalize("NFKC").toLowerCase()];

/** One line of the sheet: a step, as it stands for the whole job or for one device. */
export interface Line {
  version: string;
  citation: string;
  step: ProcedureStep;
  device: string | null;
  record: StepRecord | undefined;
  earlier: StepRecord[];
  open: StepSheet["open"][number] | undefined;
}

/** The lines of the whole job (`undefined`) or of one device, in the order of the procedures. */
export function linesOf(sheet: StepSheet, device: string | undefined): Line[] {
  const wanted = device ?? null;
  return sheet.parts.flatMap(({ version_id, citation, steps }) =>
    steps
      .filter(({ per_device }) => per_device === (device !== undefined))
      .map((step) => {
        const here = (each: { version_id: string; step: number; device_id?: string | null }) =>
          each.version_id === version_id && each.step === step.number && (each.device_id ?? null) === wanted;
        const records = sheet.records.filter(here);
        return {
          version: version_id,
          citation,
          step,
          device: wanted,
          record: records.find(({ in_force }) => in_force),
          earlier: records.filter(({ in_force }) => !in_force),
          open: sheet.open.find(here),
        };
      }),
  );
}

/** How many lines are done, and how many there are. */
export const progressOf = (lines: readonly Line[]): { done: number; all: number } => ({
  done: lines.filter(({ open }) => open === undefined).length,
  all: lines.length,
});

/** What the sheet opens with: the chosen device, or the first thing that has steps. */
export function unitOf(sheet: StepSheet, chosen: string | undefined): string | undefined {
  if (chosen !== undefined && sheet.devices.some(({ id }) => id === chosen)) return chosen;
  return linesOf(sheet, undefined).length > 0 ? undefined : sheet.devices[0]?.id;
}

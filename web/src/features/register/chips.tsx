import type { Loan, Medium, SecurityIncident, Unit } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Chip, type ChipTone } from "../../ui/Chip";
import { incidentState } from "./incident.text";
import { loanState } from "./loan.text";
import { checkState, mediumState } from "./media.text";
import { unitUse } from "./unit.text";

interface Look {
  tone: ChipTone;
  sign: string;
}

const mediumLook: Record<Medium["state"], Look> = {
  stored: { tone: "green", sign: "○" },
  out: { tone: "yellow", sign: "△" },
  lost: { tone: "red", sign: "×" },
  damaged: { tone: "red", sign: "×" },
  disposed: { tone: "neutral", sign: "－" },
};

const checkLook: Record<Medium["check"], Look> = {
  not_required: { tone: "neutral", sign: "－" },
  clean: { tone: "green", sign: "✓" },
  none: { tone: "yellow", sign: "！" },
  outdated: { tone: "yellow", sign: "！" },
  infected: { tone: "red", sign: "×" },
};

const loanLook: Record<Loan["state"], Look> = {
  lent: { tone: "blue", sign: "□" },
  out: { tone: "yellow", sign: "△" },
  lost: { tone: "red", sign: "×" },
  returned: { tone: "green", sign: "○" },
};

const unitLook: Record<Unit["use"], Look> = {
  planned: { tone: "neutral", sign: "＋" },
  in_service: { tone: "green", sign: "○" },
  spare: { tone: "blue", sign: "□" },
  stored: { tone: "neutral", sign: "－" },
  repair: { tone: "yellow", sign: "△" },
  retired: { tone: "neutral", sign: "×" },
};

const incidentLook: Record<SecurityIncident["state"], Look> = {
  noticed: { tone: "red", sign: "！" },
  reported: { tone: "yellow", sign: "△" },
  closed: { tone: "green", sign: "○" },
};

export function MediumStateChip({ state }: { state: Medium["state"] }) {
  const t = useText(mediumState);
  return <Chip {...mediumLook[state]}>{t(state)}</Chip>;
}

export function CheckChip({ check }: { check: Medium["check"] }) {
  const t = useText(checkState);
  return <Chip {...checkLook[check]}>{t(check)}</Chip>;
}

export function LoanStateChip({ state }: { state: Loan["state"] }) {
  const t = useText(loanState);
  return <Chip {...loanLook[state]}>{t(state)}</Chip>;
}

export function IncidentStateChip({ state }: { state: SecurityIncident["state"] }) {
  const t = useText(incidentState);
  return <Chip {...incidentLook[state]}>{t(state)}</Chip>;
}

export function UnitUseChip({ use }: { use: Unit["use"] }) {
  const t = useText(unitUse);
  return <Chip {...unitLook[use]}>{t(use)}</Chip>;
}

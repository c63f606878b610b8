import type {
  Installation,
  Licence,
  Loan,
  Medium,
  ModelStock,
  Repair,
  SecurityIncident,
} from "../../api/types";
import { useText } from "../../lib/i18n";
import { Chip, type ChipTone } from "../../ui/Chip";
import { incidentState, incidentText } from "./incident.text";
import { installationState } from "./installation.text";
import { licenceState } from "./licence.text";
import { loanState } from "./loan.text";
import { checkState, mediumState } from "./media.text";
import { repairState, stockState } from "./repair.text";

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

const licenceLook: Record<Licence["state"], Look> = {
  in_force: { tone: "green", sign: "○" },
  ended: { tone: "neutral", sign: "－" },
};

const incidentLook: Record<SecurityIncident["state"], Look> = {
  noticed: { tone: "red", sign: "！" },
  reported: { tone: "yellow", sign: "△" },
  closed: { tone: "green", sign: "○" },
};

const repairLook: Record<Repair["state"], Look> = {
  failed: { tone: "red", sign: "！" },
  carried_back: { tone: "yellow", sign: "△" },
  tested: { tone: "yellow", sign: "△" },
  at_maker: { tone: "blue", sign: "□" },
  returned: { tone: "yellow", sign: "△" },
  erased: { tone: "yellow", sign: "△" },
  rebuilt: { tone: "yellow", sign: "△" },
  spare: { tone: "green", sign: "○" },
  handed_over: { tone: "neutral", sign: "－" },
  disposed: { tone: "neutral", sign: "×" },
};

const stockLook: Record<ModelStock["state"], Look> = {
  fine: { tone: "green", sign: "○" },
  low: { tone: "yellow", sign: "△" },
  none: { tone: "red", sign: "×" },
  unkept: { tone: "neutral", sign: "－" },
};

const installationLook: Record<Installation["state"], Look> = {
  planned: { tone: "blue", sign: "□" },
  set_up: { tone: "yellow", sign: "△" },
  done: { tone: "green", sign: "○" },
  returned: { tone: "green", sign: "○" },
  cancelled: { tone: "neutral", sign: "×" },
};

export function RepairStateChip({ state }: { state: Repair["state"] }) {
  const t = useText(repairState);
  return <Chip {...repairLook[state]}>{t(state)}</Chip>;
}

export function StockChip({ state }: { state: ModelStock["state"] }) {
  const t = useText(stockState);
  return <Chip {...stockLook[state]}>{t(state)}</Chip>;
}

export function InstallationStateChip({ state }: { state: Installation["state"] }) {
  const t = useText(installationState);
  return <Chip {...installationLook[state]}>{t(state)}</Chip>;
}

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

export function LicenceStateChip({ state }: { state: Licence["state"] }) {
  const t = useText(licenceState);
  return <Chip {...licenceLook[state]}>{t(state)}</Chip>;
}

export function IncidentStateChip({ state }: { state: SecurityIncident["state"] }) {
  const t = useText(incidentState);
  return <Chip {...incidentLook[state]}>{t(state)}</Chip>;
}

/** That the city was told, or is to be told, after the term of the contract. */
export function LateReportChip({ incident }: { incident: SecurityIncident }) {
  const t = useText(incidentText);
  if (!incident.report_late) return null;
  return (
    <Chip tone="red" sign="！">
      {t("late")}
    </Chip>
  );
}

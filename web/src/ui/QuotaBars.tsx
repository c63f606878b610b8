import { type Message, useSay, useText } from "../lib/i18n";
import { Chip, type ChipTone } from "./Chip";
import { quotaText } from "./quota.text";

type State = "under" | "near" | "reached" | "over";

interface Quota {
  id: string;
  label: Message;
  kind: "estimate" | "cap";
  at_limit: "warn" | "recorded_agreement" | "block";
  limit: number;
  unit: Message;
  actual: number;
  planned: number;
  state: State;
  rule: Message;
  clause: string;
}

interface Runs {
  actual: number;
  benchmark_low?: number | null | undefined;
  benchmark_high?: number | null | undefined;
}

interface Props {
  items: readonly Quota[];
  runs: Runs;
  /** Also tells how each one is counted and where it stands in the contract. */
  explained?: boolean;
}

/** Estimates and caps against what was done: words and numbers, the bars only repeat them. */
export function QuotaBars({ items, runs, explained = false }: Props) {
  const t = useText(quotaText);
  return (
    <div className="stack">
      <ul className="quotas" data-explained={explained || undefined}>
        {items.map((quota) => (
          <QuotaBar key={quota.id} quota={quota} explained={explained} />
        ))}
      </ul>
      {runs.benchmark_low != null && runs.benchmark_high != null && (
        <p>
          <strong>{t("runs")}</strong>{" "}
          {t("runsText", { actual: runs.actual, low: runs.benchmark_low, high: runs.benchmark_high })}
          <br />
          <small>{t("runsHint")}</small>
        </p>
      )}
      {explained && <p className="field-hint">{t("kinds")}</p>}
    </div>
  );
}

const signs: Record<State, string> = { under: "○", near: "△", reached: "△", over: "×" };

/** Passing an estimate is worth knowing, passing a cap is not allowed: only that is red. */
function look({ kind, state }: Quota): { sign: string; tone: ChipTone } {
  if (state === "over" && kind === "estimate") return { sign: "△", tone: "yellow" };
  const tones: Record<State, ChipTone> = { under: "green", near: "yellow", reached: "yellow", over: "red" };
  return { sign: signs[state], tone: tones[state] };
}

function QuotaBar({ quota, explained }: { quota: Quota; explained: boolean }) {
  const t = useText(quotaText);
  const say = useSay();
  const { kind, state, limit, actual, planned, unit } = quota;
  const overKey = kind === "cap" ? "overCap" : "overEstimate";
  return (
    <li className="quota">
      <div className="quota-head">
        <span className="quota-label">{say(quota.label)}</span>
        <Chip {...look(quota)}>{t(state === "over" ? overKey : state)}</Chip>
      </div>
      <Bar actual={actual} planned={planned} limit={limit} />
      <p className="quota-text">
        {t("used", { actual, limit, unit, kind: t(kind) })}
        {planned > 0 && t("planned", { planned, unit })}
      </p>
      {explained && (
        <p className="quota-rule">
          {say(quota.rule)} {t(quota.at_limit)} <span>{t("clause", { clause: quota.clause })}</span>
        </p>
      )}
    </li>
  );
}

/** Done, planned and the mark of the limit on one scale. */
function Bar({ actual, planned, limit }: { actual: number; planned: number; limit: number }) {
  const scale = Math.max(limit, actual + planned, 1);
  const part = (value: number) => (value / scale) * 100;
  return (
    <svg className="quota-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="quota-room" width="100" height="8" />
      <rect className="quota-actual" width={part(actual)} height="8" />
      <rect className="quota-planned" x={part(actual)} width={part(planned)} height="8" />
      {scale > limit && <rect className="quota-limit" x={part(limit) - 0.5} width="1" height="8" />}
    </svg>
  );
}

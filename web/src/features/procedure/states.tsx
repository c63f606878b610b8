import type { FollowedProcedure, ListedProcedure } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Chip, type ChipTone } from "../../ui/Chip";
import { procedureText } from "./procedure.text";

type State = FollowedProcedure["state"];

const looks: Record<State, { tone: ChipTone; sign: string }> = {
  cited: { tone: "green", sign: "○" },
  granted: { tone: "green", sign: "○" },
  asked: { tone: "yellow", sign: "△" },
  returned: { tone: "red", sign: "×" },
  withdrawn: { tone: "neutral", sign: "－" },
  voided: { tone: "red", sign: "×" },
};

export function StateChip({ state }: { state: State }) {
  const t = useText(procedureText);
  return <Chip {...looks[state]}>{t(state)}</Chip>;
}

/** Where the newest version of a procedure stands, over all jobs. */
export function LibraryState({ row }: { row: ListedProcedure }) {
  const t = useText(procedureText);
  if (row.retired) return <Chip sign="－">{t("retired")}</Chip>;
  if (row.kind !== "own")
    return (
      <Chip tone="green" sign="○">
        {t("current")}
      </Chip>
    );
  const chips = [
    row.asked > 0 && (
      <Chip key="asked" {...looks.asked}>
        {t("askedFor", { count: row.asked })}
      </Chip>
    ),
    row.returned > 0 && (
      <Chip key="returned" {...looks.returned}>
        {t("returnedFor", { count: row.returned })}
      </Chip>
    ),
    row.granted > 0 && (
      <Chip key="granted" {...looks.granted}>
        {t("grantedFor", { count: row.granted })}
      </Chip>
    ),
  ].filter(Boolean);
  return (
    <span className="procedure-chips">{chips.length > 0 ? chips : <Chip>{t("notHandedIn")}</Chip>}</span>
  );
}

/** `第2版`, or the edition as its issuer prints it. */
export function useVersionName(): (version: { sequence: number; edition: string }) => string {
  const t = useText(procedureText);
  return ({ sequence, edition }) => edition || t("versionNamed", { sequence });
}

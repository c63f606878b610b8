import type { Contract } from "../../api/types";
import { addDays } from "../../lib/day";
import { type Message, message, useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Chip, type ChipTone } from "../../ui/Chip";
import type { Duty, RosterChange, RosterEntry, Worker } from "./people.queries";
import { peopleText } from "./people.text";

/** The contract's word for a duty where it has one. */
export const dutyWord = (contract: Contract, duty: Duty): Message =>
  contract.words[duty] ?? message(peopleText, duty);

export function useDuties(contract: Contract) {
  const t = useText(peopleText);
  const say = useSay();
  return (duties: readonly Duty[]): string =>
    duties.length === 0 ? t("worker") : duties.map((duty) => say(dutyWord(contract, duty))).join(t("comma"));
}

const presences: Record<Worker["presence"], { tone: ChipTone; sign: string }> = {
  in_force: { tone: "green", sign: "○" },
  announced: { tone: "blue", sign: "□" },
  waiting: { tone: "yellow", sign: "△" },
  left: { tone: "neutral", sign: "－" },
  void_entry: { tone: "neutral", sign: "×" },
};

export function PresenceChip({ presence }: { presence: Worker["presence"] }) {
  const t = useText(peopleText);
  return <Chip {...presences[presence]}>{t(presence === "announced" ? "announcedState" : presence)}</Chip>;
}

const standings: Record<RosterChange["standing"], { tone: ChipTone; sign: string }> = {
  recorded: { tone: "neutral", sign: "・" },
  announced: { tone: "yellow", sign: "△" },
  settled: { tone: "green", sign: "○" },
  refused: { tone: "red", sign: "×" },
  withdrawn: { tone: "neutral", sign: "－" },
};

export function StandingChip({ change }: { change: RosterChange }) {
  const t = useText(peopleText);
  const { standing, needs_grant } = change;
  const word = standing === "announced" ? (needs_grant ? "toldGrant" : "told") : standing;
  return <Chip {...standings[standing]}>{t(word)}</Chip>;
}

/** The term of a stay, its last day said as the last day. */
export function useTerm() {
  const t = useText(peopleText);
  const spoken = useLanguage();
  return ({ from, to }: Pick<Worker, "from" | "to">): string =>
    [
      from && t("from", { day: sayDay(from, spoken) }),
      to && t("until", { day: sayDay(addDays(to, -1), spoken) }),
    ]
      .filter(Boolean)
      .join(" ");
}

export function Affiliation({ entry }: { entry: RosterEntry }) {
  const t = useText(peopleText);
  return (
    <>
      {entry.company} {entry.subcontractor && <Chip sign="◇">{t("subcontractor")}</Chip>}
    </>
  );
}

const fields = ["name", "kana", "company", "subcontractor", "duties", "work", "assets", "contact"] as const;

/** What a change changes, field by field. */
export function differences(before: RosterEntry | null | undefined, after: RosterEntry) {
  if (!before) return [];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

export function useEntryValue(contract: Contract) {
  const t = useText(peopleText);
  const duties = useDuties(contract);
  return (entry: RosterEntry, field: (typeof fields)[number]): string => {
    if (field === "duties") return duties(entry.duties);
    if (field === "subcontractor") return t(entry.subcontractor ? "yes" : "no");
    return entry[field] || t("notStated");
  };
}

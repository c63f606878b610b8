import { Link, type LinkProps } from "@tanstack/react-router";
import type { Today } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Chip, type ChipTone } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { pageOfClock } from "./deadline";
import { todayText } from "./today.text";

type Clock = Today["clocks"][number];

const looks: Record<
  Clock["stage"],
  { tone: ChipTone; sign: string; word: "clockPassed" | "clockNear" | "clockRunning" }
> = {
  running: { tone: "neutral", sign: "○", word: "clockRunning" },
  half: { tone: "neutral", sign: "○", word: "clockRunning" },
  near: { tone: "yellow", sign: "△", word: "clockNear" },
  passed: { tone: "red", sign: "×", word: "clockPassed" },
};

/** The clocks of other ledgers for one's own side; nothing stands here while none runs. */
export function Clocks({ contract, clocks }: { contract: string; clocks: readonly Clock[] }) {
  const t = useText(todayText);
  if (clocks.length === 0) return null;
  return (
    <Block title={t("clocks")} count={t("cases", { count: clocks.length })}>
      <p className="field-hint">{t("clocksLead")}</p>
      <Table caption={t("clocks")}>
        <thead>
          <tr>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("clock")}</th>
            <th scope="col">{t("until")}</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map((clock) => (
            <ClockRow key={clock.id} contract={contract} clock={clock} />
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

function ClockRow({ contract, clock }: { contract: string; clock: Clock }) {
  const t = useText(todayText);
  const say = useSay();
  const spoken = useLanguage();
  const { word, ...look } = looks[clock.stage];
  const page = pageOfClock(contract, clock);
  const name = [clock.number, clock.title].filter(Boolean).join(" ");
  return (
    <tr>
      <td>
        <Chip {...look}>{t(word)}</Chip>
      </td>
      <th scope="row">
        {say(clock.label)} {page ? <Link {...({ to: page } as LinkProps)}>{name}</Link> : name}
      </th>
      <td>
        {sayInstant(clock.due_at, spoken)}
        {clock.guide && <small> {t("clockGuide")}</small>}
      </td>
    </tr>
  );
}

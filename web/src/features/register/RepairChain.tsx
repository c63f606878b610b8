import type { Repair } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Block } from "../../ui/Page";
import { repairAct, repairText } from "./repair.text";

type Act = Repair["acts"][number];

/** The steps that a unit like this usually takes, in their order. */
function wayOf({ drive, in_warranty: within }: Repair): Act[] {
  const toMaker: Act[] = within === false ? [] : ["sent_to_maker", "returned"];
  const anew: Act[] = drive ? ["erased", "rebuilt"] : [];
  if (within === false && !drive) return ["failed", "carried_back", "tested", "handed_over"];
  return ["failed", "carried_back", "tested", ...toMaker, ...anew, "made_spare"];
}

interface Link {
  key: string;
  act: Act;
  on?: string;
  next: boolean;
}

/** What was done, then what lies ahead; a repair that is closed has nothing ahead. */
export function chainOf(repair: Repair): Link[] {
  const done = repair.steps.map(({ id, act, on }) => ({ key: id, act, on, next: false }));
  if (repair.closed) return done;
  const taken = repair.steps.map(({ act }) => act);
  const way = wayOf(repair);
  const last = Math.max(-1, ...taken.map((act) => way.indexOf(act)));
  const ahead = way.filter((act, at) => at > last && !taken.includes(act));
  const settings: Act[] = repair.needs_settings ? ["settings_made"] : [];
  return [
    ...done,
    ...[...settings, ...ahead].map((act) => ({ key: act, act, next: repair.acts.includes(act) })),
  ];
}

/** The way of a failed unit back to a spare: what is done, with its day, and what lies ahead. */
export function RepairChain({ repair }: { repair: Repair }) {
  const t = useText(repairText);
  const word = useText(repairAct);
  const spoken = useLanguage();
  const chain = chainOf(repair);
  const here = chain.filter(({ on }) => on).length - 1;
  return (
    <Block title={t("chain")}>
      <ol className="repair-chain">
        {chain.map(({ key, act, on, next }, at) => (
          <li
            key={key}
            data-state={on ? "done" : next ? "next" : "ahead"}
            aria-current={at === here && !repair.closed ? "step" : undefined}
          >
            <span className="repair-chain-mark" aria-hidden="true">
              {on ? "✓" : at + 1}
            </span>
            <strong>{word(act)}</strong>
            <small>{on ? sayDay(on, spoken) : next ? t("chainNext") : ""}</small>
          </li>
        ))}
      </ol>
    </Block>
  );
}

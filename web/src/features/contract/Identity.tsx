import type { Contract } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Chip, type ChipTone } from "../../ui/Chip";
import { Fact, Facts } from "../../ui/Page";
import { contractText, wordText } from "./contract.text";
import { Lines, Section } from "./parts";

const stateLook: Record<Contract["state"], { tone: ChipTone; sign: string }> = {
  upcoming: { tone: "blue", sign: "□" },
  running: { tone: "green", sign: "○" },
  ended: { tone: "neutral", sign: "－" },
};

export function Identity({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const say = useSay();
  const spoken = useLanguage();
  const { period, counts } = contract;
  const day = (value: string | null | undefined) => (value ? sayDay(value, spoken) : t("notStated"));
  return (
    <Section id="identity" title={t("identity")}>
      <Facts>
        <Fact term={t("name")} wide>
          {contract.title}
        </Fact>
        <Fact term={t("purpose")} wide>
          {say(contract.purpose)}
        </Fact>
        <Fact term={t("municipality")}>{contract.municipality}</Fact>
        <Fact term={t("state")}>
          <Chip {...stateLook[contract.state]}>{t(contract.state)}</Chip>
        </Fact>
        <Fact term={t("period")} wide>
          {t("fromTo", { from: day(contract.starts_on), to: day(contract.ends_on) })}
        </Fact>
        <Fact term={t("length")}>
          {t("lengthText", {
            months: period.months,
            days: period.calendar_days,
            open: period.open_days,
          })}
        </Fact>
        <Fact term={t("firstOpen")}>{day(period.first_open_day)}</Fact>
        <Fact term={t("lastOpen")}>{day(period.last_open_day)}</Fact>
        <Fact term={t("size")}>{t("sizeText", counts)}</Fact>
      </Facts>
    </Section>
  );
}

const isWord = (key: string): key is keyof typeof wordText & string => key in wordText;

export function Words({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const word = useText(wordText);
  const say = useSay();
  const known = Object.keys(wordText)
    .filter(isWord)
    .flatMap((key) => {
      const called = contract.words[key];
      return called ? [{ key, cells: [word(key), say(called)] }] : [];
    });
  return (
    <Section id="words" title={t("words")}>
      <p className="field-hint">{t("wordsLead")}</p>
      <Lines caption={t("words")} heads={[t("word"), t("called")]} lines={known} />
    </Section>
  );
}

import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { quotasQuery } from "../../api/quotas";
import type { Contract } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Loading } from "../../ui/Page";
import { QuotaBars } from "../../ui/QuotaBars";
import { contractText } from "./contract.text";
import { Fold, Lines, Nothing, Section, Source } from "./parts";

export function Quotas({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const { data, error } = useQuery(quotasQuery(contract.id));
  return (
    <Section id="quotas" title={t("quotas")}>
      {error && <ProblemBanner problem={problemOf(error)} />}
      {!data && !error && <Loading />}
      {data && (data.items.length === 0 ? <Nothing /> : <QuotaBars {...data} explained />)}
    </Section>
  );
}

export function WorkTypes({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const say = useSay();
  const { data } = useQuery(quotasQuery(contract.id));
  const quotaLabels = (ids: readonly string[]) =>
    (data?.items ?? []).filter(({ id }) => ids.includes(id)).map(({ label }) => say(label));
  return (
    <Section id="work-types" title={t("workTypes")}>
      <Lines
        caption={t("workTypes")}
        heads={[t("workType"), t("scope"), t("needsRequest"), t("countedIn"), t("clause")]}
        lines={contract.work_types.map(({ id, label, family, in_scope, on_equipment, quotas, clause }) => ({
          key: id,
          group: say(family),
          cells: [
            say(label),
            in_scope ? t("inScope") : t("outOfScope"),
            on_equipment ? t("requestNeeded") : t("requestNotNeeded"),
            quotaLabels(quotas).join(t("comma")) || t("notStated"),
            <Source key="source" clause={clause} />,
          ],
        }))}
      />
    </Section>
  );
}

export function Checks({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const say = useSay();
  return (
    <Section id="checks" title={t("checks")}>
      {contract.check_items.length === 0 && <Nothing />}
      {contract.check_items.map(({ class: deviceClass, label, count, basis, items, clause }) => (
        <Fold
          key={deviceClass}
          title={
            <>
              {t("checksOf", { label, count })} <Source clause={clause} basis={basis} />
            </>
          }
        >
          <Lines
            caption={t("checksOf", { label, count })}
            heads={[t("check"), t("conditions"), t("observation")]}
            lines={items.map((item) => ({
              key: String(item.no),
              cells: [
                `${item.no}. ${say(item.label)}`,
                <ul className="plain-list" key="conditions">
                  {item.conditions.map((condition) => (
                    <li key={condition.ja}>{say(condition)}</li>
                  ))}
                </ul>,
                t(item.observation),
              ],
            }))}
          />
        </Fold>
      ))}
    </Section>
  );
}

export function Passwords({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const say = useSay();
  return (
    <Section id="passwords" title={t("passwords")}>
      {contract.password_targets.length === 0 && <Nothing />}
      {contract.password_targets.map(({ class: deviceClass, label, basis, items, clause }) => (
        <Fold
          key={deviceClass}
          title={
            <>
              {t("passwordsOf", { label, count: items.length })} <Source clause={clause} basis={basis} />
            </>
          }
        >
          <Lines
            caption={t("passwordsOf", { label, count: items.length })}
            heads={[t("target"), t("generations")]}
            lines={items.map((item) => ({
              key: `${item.mark} ${item.label.ja} ${item.generations.map(({ ja }) => ja).join(" ")}`,
              cells: [
                `${item.mark} ${say(item.label)}`,
                item.generations.map((each) => say(each)).join(t("comma")) || t("anyGeneration"),
              ],
            }))}
          />
        </Fold>
      ))}
    </Section>
  );
}

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "../../api/session";
import type { UnitFacts as Facts_, WholeUnit } from "../../api/types";
import { Lanes } from "../../chart/Lanes";
import type { Bar, Lane } from "../../chart/lane-days";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayDays, sayInstant } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Fact, Facts } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { factsQuery } from "./facts.queries";
import { factsText } from "./facts.text";
import { DetailDialog, RenewDialog } from "./facts-dialogs";
import { registerText } from "./register.text";
import { Addresses, Parts, Software } from "./UnitParts";
import { unitText, unitUse } from "./unit.text";

export interface FactsProps {
  contract: string;
  whole: WholeUnit;
  facts: Facts_;
}

/** What is known of a device beside where it stands, and what it was before. */
export function UnitFacts({ contract, whole }: Omit<FactsProps, "facts">) {
  const { data: facts } = useSuspenseQuery(factsQuery(contract, whole.unit.id));
  const props = { contract, whole, facts };
  return (
    <>
      <Details {...props} />
      <Timeline {...props} />
      <Renewal {...props} />
      <Addresses {...props} />
      <Parts {...props} />
      <Software facts={facts} />
    </>
  );
}

function Details({ contract, whole, facts }: FactsProps) {
  const t = useText(factsText);
  const shared = useText(registerText);
  const spoken = useLanguage();
  const [editing, setEditing] = useState(false);
  const day = (of: string | null | undefined) => (of ? sayDay(of, spoken) : shared("notStated"));
  const yes = (of: boolean) => t(of ? "yes" : "no");
  return (
    <Block
      title={t("facts")}
      actions={
        facts.may_change && (
          <Button size="sm" onClick={() => setEditing(true)}>
            {t("edit")}
          </Button>
        )
      }
    >
      <Facts>
        <Fact term={t("serial")}>{facts.serial || shared("notStated")}</Fact>
        <Fact term={t("address")}>
          {facts.address || t("none")}
          {facts.address_outside && (
            <>
              {" "}
              <Chip tone="yellow" sign="！">
                {t("outside")}
              </Chip>
            </>
          )}
        </Fact>
        <Fact term={t("boughtOn")}>{day(facts.bought_on)}</Fact>
        <Fact term={t("warranty")}>{day(facts.warranty_ends_on)}</Fact>
        <Fact term={t("wire")}>{facts.wire == null ? shared("notStated") : yes(facts.wire)}</Fact>
        <Fact term={t("spareKey")}>{yes(facts.spare_key)}</Fact>
        <Fact term={t("medium")}>{facts.medium_edition || shared("notStated")}</Fact>
      </Facts>
      {editing && (
        <DetailDialog
          contract={contract}
          id={whole.unit.id}
          facts={facts}
          onClose={() => setEditing(false)}
        />
      )}
    </Block>
  );
}

function useLanes({ whole, facts }: Omit<FactsProps, "contract">): Lane[] {
  const t = useText(factsText);
  const unit = useText(unitText);
  const use = useText(unitUse);
  const say = useSay();
  const first = whole.course[0]?.from ?? today();
  const spans = (
    list: readonly { from?: string | null; to?: string | null }[],
    label: (index: number) => string,
  ) =>
    list.map(
      ({ from, to }, index): Bar => ({
        look: label(index) ? "have" : "none",
        from: from ?? first,
        to: to ?? undefined,
        label: label(index),
      }),
    );
  const plans = facts.renewals.flatMap(({ plans }) => plans);
  return [
    {
      key: "place",
      title: t("place"),
      bars: spans(whole.course, (index) => {
        const spot = whole.course[index]?.spot;
        return spot ? `${spot.site || unit("siteNone")} ${use(spot.use)}` : "";
      }),
    },
    {
      key: "generation",
      title: t("generation"),
      bars:
        facts.generations.length === 0
          ? [{ look: "have", from: first, label: whole.unit.model }]
          : spans(facts.generations, (index) => {
              const span = facts.generations[index];
              return span ? `${say(span.label)} ${span.model}` : "";
            }),
    },
    {
      key: "address",
      title: t("address"),
      bars: spans(facts.addresses, (index) => facts.addresses[index]?.address ?? ""),
    },
    {
      key: "plan",
      title: t("renewal"),
      bars: plans
        .map(
          ({ from, to }, index): Bar => ({
            look: index === plans.length - 1 ? "planned" : "before",
            from,
            to,
            label: t(index === plans.length - 1 ? "planNow" : "planBefore"),
          }),
        )
        .filter(({ to }) => (to ?? "") >= first),
    },
  ].filter(({ bars }) => bars.length > 0) as Lane[];
}

function Timeline(props: FactsProps) {
  const t = useText(factsText);
  const lanes = useLanes(props);
  return (
    <Block title={t("timeline")}>
      <Lanes lanes={lanes} today={today()} todayLabel={t("today")} label={t("timelineLabel")} />
    </Block>
  );
}

function Renewal({ contract, whole, facts }: FactsProps) {
  const t = useText(factsText);
  const say = useSay();
  const spoken = useLanguage();
  const [renewing, setRenewing] = useState<string | undefined>();
  if (facts.renewals.length === 0 && facts.generations.length === 0) return null;
  return (
    <>
      {facts.renewals.map((renewal) => (
        <Block
          key={renewal.generation}
          title={`${t("renewal")}（${say(renewal.label)}）`}
          actions={
            facts.may_change &&
            renewal.state === "left" && (
              <Button size="sm" onClick={() => setRenewing(renewal.generation)}>
                {t("renew")}
              </Button>
            )
          }
        >
          <Facts>
            <Fact term={t("renewalState")}>
              <Chip
                tone={renewal.state === "done" ? "green" : "neutral"}
                sign={renewal.state === "done" ? "○" : "－"}
              >
                {t(renewal.state === "done" ? "stateDone" : "stateLeft")}
              </Chip>
            </Fact>
            {renewal.state === "left" && (
              <Fact term={t("becomes")}>{renewal.ends ? t("ends") : renewal.model || t("newModel")}</Fact>
            )}
          </Facts>
          {renewal.plans.length > 0 && (
            <Table caption={t("plan")}>
              <thead>
                <tr>
                  <th scope="col">{t("plan")}</th>
                  <th scope="col">{t("reason")}</th>
                  <th scope="col">{t("enteredBy")}</th>
                </tr>
              </thead>
              <tbody>
                {[...renewal.plans].reverse().map((plan, index) => (
                  <tr key={plan.entered_at ?? plan.stated_in}>
                    <th scope="row">
                      {index === 0 ? (
                        `${sayDays(plan.from, plan.to, spoken)}${plan.about ? t("about") : ""}`
                      ) : (
                        <s>{`${sayDays(plan.from, plan.to, spoken)}${plan.about ? t("about") : ""}`}</s>
                      )}
                    </th>
                    <td>{plan.reason || plan.stated_in}</td>
                    <td>
                      {plan.entered_at ? `${sayInstant(plan.entered_at, spoken)} ${plan.entered_by}` : "－"}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
          {renewing === renewal.generation && (
            <RenewDialog
              contract={contract}
              unit={whole.unit}
              renewal={renewal}
              onClose={() => setRenewing(undefined)}
            />
          )}
        </Block>
      ))}
      {facts.generations.length > 0 && <Generations facts={facts} />}
    </>
  );
}

function Generations({ facts }: { facts: Facts_ }) {
  const t = useText(factsText);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <Block title={t("generations")}>
      <Table caption={t("generations")}>
        <thead>
          <tr>
            <th scope="col">{t("from")}</th>
            <th scope="col">{t("generation")}</th>
            <th scope="col">{t("model")}</th>
            <th scope="col">{t("typeNumber")}</th>
            <th scope="col">{t("oldSerial")}</th>
          </tr>
        </thead>
        <tbody>
          {[...facts.generations].reverse().map((span) => (
            <tr key={span.from ?? ""}>
              <th scope="row">{span.from ? sayDay(span.from, spoken) : t("start")}</th>
              <td>{say(span.label)}</td>
              <td>{span.model}</td>
              <td>{span.type_number}</td>
              <td>{span.serial}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

import { useQuery } from "@tanstack/react-query";
import { sitesQuery } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { Contract, Site } from "../../api/types";
import { count } from "../../lib/count";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { ProblemBanner } from "../../ui/Banner";
import { Chip } from "../../ui/Chip";
import { Loading } from "../../ui/Page";
import { contractText } from "./contract.text";
import { groupedBy } from "./hours";
import { BasisChip, Fold, Lines, Nothing, Section, Source } from "./parts";

export function Papers({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const say = useSay();
  return (
    <Section id="papers" title={t("papers")}>
      {contract.papers.length === 0 ? (
        <Nothing />
      ) : (
        <Lines
          caption={t("papers")}
          heads={[t("paper"), t("occasion"), t("due"), t("medium"), t("clause")]}
          lines={contract.papers.map(({ id, names, occasion, due, medium, copies, basis, clause }) => ({
            key: id,
            cells: [
              <ul className="plain-list" key="names">
                {names.map((name) => (
                  <li key={name.ja}>{say(name)}</li>
                ))}
              </ul>,
              t(occasion),
              say(due),
              [medium, copies ? t("copies", { count: copies }) : ""].filter(Boolean).join(" ") ||
                t("notStated"),
              <Source key="source" clause={clause} basis={basis} />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

export function Equipment({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const say = useSay();
  const groups = groupedBy(contract.equipment, ({ class: kind, generation }) =>
    [say(kind), say(generation)].join("\n"),
  );
  return (
    <Section id="equipment" title={t("equipment")}>
      <Generations contract={contract} />
      {contract.equipment.length === 0 && <Nothing />}
      {groups.map(({ key, items }) => {
        const [kind = "", generation = ""] = key.split("\n");
        const title = generation
          ? t("equipmentOf", { kind, generation, count: items.length })
          : t("equipmentPlain", { kind, count: items.length });
        return (
          <Fold key={key} title={title}>
            <EquipmentTable caption={title} items={items} />
          </Fold>
        );
      })}
    </Section>
  );
}

function Generations({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const say = useSay();
  const spoken = useLanguage();
  if (contract.generations.length === 0) return null;
  const day = (value: string | null | undefined) => (value ? sayDay(value, spoken) : "");
  const range = (from: string | null | undefined, to: string | null | undefined) =>
    from || to ? t("range", { from: day(from), to: day(to) }) : t("notStated");
  return (
    <Lines
      caption={t("generation")}
      heads={[t("generation"), t("planned"), t("actual"), t("clause")]}
      lines={contract.generations.map((each) => ({
        key: each.id,
        cells: [
          say(each.label),
          range(each.planned_from, each.planned_to),
          range(each.actual_from, each.actual_to),
          <Source key="source" clause={each.clause} />,
        ],
      }))}
    />
  );
}

function EquipmentTable({ caption, items }: { caption: string; items: Contract["equipment"] }) {
  const t = useText(contractText);
  const say = useSay();
  return (
    <Lines
      caption={caption}
      heads={[t("item"), t("model"), t("typeNumber"), t("quantity"), t("supportState"), t("clause")]}
      numbers={[3]}
      lines={items.map(({ id, label, division, model, type_number, quantity, support, clause }) => ({
        key: id,
        cells: [
          division ? t("ofDivision", { item: say(label), division }) : say(label),
          model,
          type_number || t("notStated"),
          quantity == null ? t("notStated") : count(quantity),
          t(support),
          <Source key="source" clause={clause} />,
        ],
      }))}
    />
  );
}

export function Sites({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const { data, error } = useQuery(sitesQuery(contract.id));
  const items = data?.items ?? [];
  return (
    <Section id="sites" title={t("sites")}>
      <p>{t("sizeText", contract.counts)}</p>
      {error && <ProblemBanner problem={problemOf(error)} />}
      {!data && !error && <Loading />}
      {items.length > 0 && (
        <Fold title={t("sitesCount", { count: items.length })}>
          <Lines
            caption={t("sites")}
            heads={[t("site"), t("devices"), t("departments"), t("address"), t("remarks")]}
            numbers={[1]}
            lines={items.map((site) => ({
              key: site.id,
              cells: [
                <SiteName key="name" site={site} />,
                t("deviceCount", { count: count(site.device_count) }),
                site.departments || t("notStated"),
                site.address || t("notStated"),
                site.remarks || t("notStated"),
              ],
            }))}
          />
        </Fold>
      )}
    </Section>
  );
}

function SiteName({ site }: { site: Site }) {
  const t = useText(contractText);
  return (
    <>
      <SiteLink id={site.id} number={site.number} name={site.name} />{" "}
      {site.planned && <Chip sign="□">{t("plannedSite")}</Chip>}
      {site.excluded && <Chip sign="×">{t("excludedSite")}</Chip>}
      {site.aliases.length > 0 && (
        <span className="site-aliases">{t("aliases", { names: site.aliases.join(t("comma")) })}</span>
      )}
    </>
  );
}

export function Notes({ contract }: { contract: Contract }) {
  const t = useText(contractText);
  const say = useSay();
  return (
    <Section id="notes" title={t("notes")}>
      <p className="field-hint">{t("notesLead")}</p>
      {contract.notes.length === 0 ? (
        <Nothing />
      ) : (
        <Lines
          caption={t("notes")}
          heads={[t("clause"), t("kind"), t("note")]}
          lines={contract.notes.map(({ id, clause, kind, text }) => ({
            key: id,
            cells: [clause, <BasisChip key="kind" basis={kind} />, say(text)],
          }))}
        />
      )}
    </Section>
  );
}

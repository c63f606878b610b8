import { useSuspenseQuery } from "@tanstack/react-query";
import { sitesQuery } from "../../api/contract";
import { useText } from "../../lib/i18n";
import { FilterSelect, TypedFilter } from "../../ui/SearchField";
import { drillKinds, roomsQuery } from "./premises.queries";
import type { PremisesSearch } from "./premises.search";
import { drillKindText, premisesText } from "./premises.text";

interface Props {
  contract: string;
  search: PremisesSearch;
  change: (part: PremisesSearch) => void;
  /** What is chosen beside site, person and period. */
  by: "room" | "kind";
}

/** Site, room or kind, person and period of a list of records. */
export function Filters({ contract, search, change, by }: Props) {
  const t = useText(premisesText);
  return (
    <search className="filters no-print">
      <SiteFilter contract={contract} search={search} change={change} />
      {by === "room" ? (
        <RoomFilter contract={contract} search={search} change={change} />
      ) : (
        <KindFilter search={search} change={change} />
      )}
      <TypedFilter
        label={t("person")}
        hint={t("personHint")}
        value={search.person ?? ""}
        onChange={(person) => change({ person: person || undefined })}
      />
      <TypedFilter
        label={t("from")}
        hint={t("dayHint")}
        value={search.from ?? ""}
        onChange={(from) => change({ from: from || undefined })}
      />
      <TypedFilter
        label={t("until")}
        hint={t("dayHint")}
        value={search.until ?? ""}
        onChange={(until) => change({ until: until || undefined })}
      />
    </search>
  );
}

/** The sites of the contract, as a filter. */
export function SiteFilter({ contract, search, change }: Omit<Props, "by">) {
  const t = useText(premisesText);
  const { data: sites } = useSuspenseQuery(sitesQuery(contract));
  return (
    <FilterSelect
      label={t("site")}
      value={search.site ?? ""}
      options={[
        { value: "", label: t("all") },
        ...sites.items.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
      ]}
      onChange={(site) => change({ site: site || undefined, room: undefined })}
    />
  );
}

function RoomFilter({ contract, search, change }: Omit<Props, "by">) {
  const t = useText(premisesText);
  const { data } = useSuspenseQuery(roomsQuery(contract));
  const rooms = data.items.filter(({ site_id }) => !search.site || site_id === search.site);
  return (
    <FilterSelect
      label={t("room")}
      value={search.room ?? ""}
      options={[
        { value: "", label: t("all") },
        ...rooms.map(({ id, name, site }) => ({ value: id, label: search.site ? name : `${site} ${name}` })),
      ]}
      onChange={(room) => change({ room: room || undefined })}
    />
  );
}

function KindFilter({ search, change }: Pick<Props, "search" | "change">) {
  const t = useText(premisesText);
  const kind = useText(drillKindText);
  return (
    <FilterSelect
      label={t("kind")}
      value={search.kind ?? ""}
      options={[
        { value: "", label: t("all") },
        ...drillKinds.map((value) => ({ value, label: kind(value) })),
      ]}
      onChange={(value) => change({ kind: value || undefined })}
    />
  );
}

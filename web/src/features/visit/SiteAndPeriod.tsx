import { useQuery } from "@tanstack/react-query";
import { sitesQuery } from "../../api/contract";
import { useSitesOf } from "../../api/session";
import { useText } from "../../lib/i18n";
import { FilterSelect, TypedFilter } from "../../ui/SearchField";
import { visitText } from "./visit.text";

/** A site, or every one that is seen; who sees only the own sites is not asked. */
export function SiteFilter(props: { contract: string; value?: string; onChange: (site?: string) => void }) {
  const t = useText(visitText);
  const sites = useQuery(sitesQuery(props.contract)).data?.items ?? [];
  if (useSitesOf(props.contract, "view_visit")) return null;
  return (
    <FilterSelect
      label={t("site")}
      value={props.value ?? ""}
      options={[
        { value: "", label: t("all") },
        ...sites.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
      ]}
      onChange={(site) => props.onChange(site || undefined)}
    />
  );
}

interface Period {
  from?: string;
  until?: string;
}

/** The first and the last day of what is listed. */
export function PeriodFilter({ from, until, onChange }: Period & { onChange: (part: Period) => void }) {
  const t = useText(visitText);
  return (
    <>
      <TypedFilter
        label={t("from")}
        hint={t("dayHint")}
        value={from ?? ""}
        onChange={(day) => onChange({ from: day || undefined })}
      />
      <TypedFilter
        label={t("until")}
        hint={t("dayHint")}
        value={until ?? ""}
        onChange={(day) => onChange({ until: day || undefined })}
      />
    </>
  );
}

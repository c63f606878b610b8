import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { sitesQuery } from "../../api/contract";
import type { Contract } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { isFiltered, type RequestSearch } from "./request.search";
import { requestText } from "./request.text";
import { statuses, statusWord } from "./request-columns";

interface Props {
  contract: Contract;
  search: RequestSearch;
  onChange: (change: RequestSearch) => void;
  onClear: () => void;
}

const typingPause = 300;

/** One row of filters above the list; every choice goes into the address. */
export function RequestFilters({ contract, search, onChange, onClear }: Props) {
  const t = useText(requestText);
  const say = useSay();
  const sites = useQuery(sitesQuery(contract.id)).data?.items ?? [];
  return (
    <search className="filters no-print">
      <Words value={search.q ?? ""} onChange={(q) => onChange({ q: q || undefined })} />
      <label className="filter">
        <span>{t("status")}</span>
        <select
          className="control"
          data-size="sm"
          value={search.status ?? ""}
          onChange={(event) => onChange({ status: event.target.value || undefined })}
        >
          <option value="">{t("allStatuses")}</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {say(statusWord(contract, status))}
            </option>
          ))}
        </select>
      </label>
      <label className="filter">
        <span>{t("workType")}</span>
        <select
          className="control"
          data-size="sm"
          value={search.type ?? ""}
          onChange={(event) => onChange({ type: event.target.value || undefined })}
        >
          <option value="">{t("allStatuses")}</option>
          {contract.work_types.map(({ id, label }) => (
            <option key={id} value={id}>
              {say(label)}
            </option>
          ))}
        </select>
      </label>
      {sites.length > 0 && (
        <label className="filter">
          <span>{t("site")}</span>
          <select
            className="control"
            data-size="sm"
            value={search.site ?? ""}
            onChange={(event) => onChange({ site: event.target.value || undefined })}
          >
            <option value="">{t("allStatuses")}</option>
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <WrittenDay label={t("from")} value={search.from} onChange={(from) => onChange({ from })} />
      <WrittenDay label={t("to")} value={search.to} onChange={(to) => onChange({ to })} />
      {isFiltered(search) && (
        <Button size="sm" look="text" onClick={onClear}>
          {t("clear")}
        </Button>
      )}
    </search>
  );
}

function Words({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useText(requestText);
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (composing || typed === value) return;
    const timer = setTimeout(() => onChange(typed), typingPause);
    return () => clearTimeout(timer);
  }, [typed, composing, value, onChange]);
  return (
    <label className="filter" data-wide>
      <span>{t("search")}</span>
      <input
        type="search"
        className="control"
        data-size="sm"
        data-shortcut="/"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </label>
  );
}

/** A day in one small box, in any way of writing; it counts once it can be read. */
function WrittenDay({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  const [typed, setTyped] = useState(value ?? "");
  useEffect(() => setTyped(value ?? ""), [value]);
  const day = parseWrittenDay(typed);
  return (
    <label className="filter" data-day>
      <span>{label}</span>
      <input
        className="control"
        data-size="sm"
        autoComplete="off"
        value={typed}
        aria-invalid={typed !== "" && !day ? true : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => (typed === "" || day) && day !== value && onChange(day)}
        onKeyDown={(event) => event.key === "Enter" && (typed === "" || day) && onChange(day)}
      />
    </label>
  );
}

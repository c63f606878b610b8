import { useQuery } from "@tanstack/react-query";
import { sitesQuery, statuses, statusWord } from "../../api/contract";
import type { Contract, WorkRequestStatus } from "../../api/types";
import { useForm } from "../../lib/form";
import { message, useSay, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Disclosure } from "../../ui/Disclosure";
import { TextField } from "../../ui/Field";
import { FilterSelect, SearchField } from "../../ui/SearchField";
import { isFiltered, type RequestSearch } from "./request.search";
import { requestText } from "./request.text";

interface Props {
  contract: Contract;
  search: RequestSearch;
  onChange: (change: RequestSearch) => void;
  onClear: () => void;
}

const notDone = statuses.filter((status) => status !== "done").join(",");

/** Several states that only an address can ask for. */
function severalStates(status: string | undefined): WorkRequestStatus[] | undefined {
  const asked = statuses.filter((each) => status?.split(",").includes(each));
  return asked.length > 1 && status !== notDone ? asked : undefined;
}

/** One row of filters above the list; every choice goes into the address. */
export function RequestFilters({ contract, search, onChange, onClear }: Props) {
  const t = useText(requestText);
  const say = useSay();
  const sites = useQuery(sitesQuery(contract.id)).data?.items ?? [];
  const several = severalStates(search.status);
  const all = { value: "", label: t("allStatuses") };
  return (
    <search className="filters no-print">
      <SearchField
        label={t("search")}
        value={search.q ?? ""}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <FilterSelect
        label={t("status")}
        value={search.status ?? ""}
        onChange={(status) => onChange({ status: status || undefined })}
        options={[
          all,
          { value: notDone, label: t("notDone") },
          ...statuses.map((status) => ({ value: status, label: say(statusWord(contract, status)) })),
          ...(several
            ? [
                {
                  value: search.status ?? "",
                  label: several.map((status) => say(statusWord(contract, status))).join(t("listComma")),
                },
              ]
            : []),
        ]}
      />
      <FilterSelect
        label={t("workType")}
        value={search.type ?? ""}
        onChange={(type) => onChange({ type: type || undefined })}
        options={[all, ...contract.work_types.map(({ id, label }) => ({ value: id, label: say(label) }))]}
      />
      {sites.length > 0 && (
        <FilterSelect
          label={t("site")}
          value={search.site ?? ""}
          onChange={(site) => onChange({ site: site || undefined })}
          options={[all, ...sites.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <Period search={search} onChange={onChange} />
      {isFiltered(search) && (
        <Button size="sm" look="text" onClick={onClear}>
          {t("clear")}
        </Button>
      )}
    </search>
  );
}

/** From and to in any way of writing a day; they count once they can be read. */
function Period({ search, onChange }: Pick<Props, "search" | "onChange">) {
  const t = useText(requestText);
  const { from = "", to = "" } = search;
  const label = from || to ? `${t("period")} ${from} – ${to}` : t("period");
  return (
    <Disclosure end label={label}>
      {(close) => (
        <PeriodForm
          key={`${from} ${to}`}
          from={from}
          to={to}
          onApply={(change) => {
            onChange(change);
            close();
          }}
        />
      )}
    </Disclosure>
  );
}

interface PeriodProps {
  from: string;
  to: string;
  onApply: (change: RequestSearch) => void;
}

function PeriodForm({ from, to, onApply }: PeriodProps) {
  const t = useText(requestText);
  const form = useForm({
    initial: { from, to },
    validate: (typed) => ({
      ...(typed.from !== "" && !parseWrittenDay(typed.from) && { from: message(requestText, "chooseDay") }),
      ...(typed.to !== "" && !parseWrittenDay(typed.to) && { to: message(requestText, "chooseDay") }),
    }),
  });
  return (
    <form
      className="period"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (form.check())
          onApply({ from: parseWrittenDay(form.values.from), to: parseWrittenDay(form.values.to) });
      }}
    >
      <TextField {...form.bind("from")} label={t("from")} hint={t("periodHint")} autoComplete="off" />
      <TextField {...form.bind("to")} label={t("to")} autoComplete="off" />
      <Button type="submit" size="sm">
        {t("apply")}
      </Button>
    </form>
  );
}

import { useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { FilterSelect, SearchField } from "../../ui/SearchField";
import { isFiltered, openStates, type QuestionSearch } from "./question.search";
import { columnText, questionText, stateText } from "./question.text";

interface Props {
  search: QuestionSearch;
  onChange: (change: QuestionSearch) => void;
  onClear: () => void;
}

const ages = ["1", "3", "5", "10"] as const;
const states = ["open", "answered", "awaiting_approval", "resolved", "withdrawn"] as const;

/** One row of filters above the list; every choice goes into the address. */
export function QuestionFilters({ search, onChange, onClear }: Props) {
  const t = useText(questionText);
  const column = useText(columnText);
  const state = useText(stateText);
  const all = { value: "", label: t("all") };
  const choice = (key: "state" | "turn" | "subject" | "age") => ({
    value: search[key] ?? "",
    onChange: (value: string) => onChange({ [key]: value || undefined }),
  });
  return (
    <search className="filters no-print">
      <SearchField
        label={t("search")}
        value={search.q ?? ""}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <FilterSelect
        {...choice("state")}
        label={column("state")}
        options={[
          all,
          { value: openStates, label: t("unsettled") },
          ...states.map((value) => ({ value, label: state(value) })),
        ]}
      />
      <FilterSelect
        {...choice("turn")}
        label={column("turn")}
        options={[all, { value: "city", label: t("city") }, { value: "contractor", label: t("contractor") }]}
      />
      <FilterSelect
        {...choice("subject")}
        label={column("subject")}
        options={[
          all,
          { value: "work_request", label: t("request") },
          { value: "contract", label: t("wholeContract") },
          { value: "procedure", label: t("procedure") },
        ]}
      />
      <FilterSelect
        {...choice("age")}
        label={column("age")}
        options={[all, ...ages.map((value) => ({ value, label: t("atLeast", { days: value }) }))]}
      />
      {isFiltered(search) && (
        <Button size="sm" look="text" onClick={onClear}>
          {t("clear")}
        </Button>
      )}
    </search>
  );
}

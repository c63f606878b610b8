import type { ReactNode } from "react";
import { useText } from "../../lib/i18n";
import type { Option } from "../../ui/Field";
import { useTyped } from "../../ui/SearchField";
import { registerText } from "./register.text";

/** The row of filters above a register. */
export function Filters({ children }: { children: ReactNode }) {
  return <search className="register-filters no-print">{children}</search>;
}

export function SelectFilter({
  label,
  value,
  options,
  none,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly Option[];
  none?: string;
  onChange: (value: string) => void;
}) {
  return (
    <label>
      {label}
      <select
        className="control"
        data-size="sm"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function SearchFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useText(registerText);
  return (
    <label data-wide>
      {t("search")}
      <input
        className="control"
        data-size="sm"
        type="search"
        data-shortcut="/"
        maxLength={100}
        {...useTyped(value, onChange)}
      />
    </label>
  );
}

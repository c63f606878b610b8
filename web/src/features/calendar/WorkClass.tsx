import type { Contract } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { calendarText } from "./calendar.text";

interface Props {
  contract: Contract;
  value: string;
  onChange: (workClass: string | undefined) => void;
}

/** Which hours count; absent where the contract has only one kind of work. */
export function WorkClass({ contract, value, onChange }: Props) {
  const t = useText(calendarText);
  const say = useSay();
  if (contract.hours.length < 2) return null;
  return (
    <label className="calendar-choice">
      <span>{t("work")}</span>
      <select
        className="control"
        data-size="sm"
        value={value}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        {contract.hours.map(({ work_class, label }, index) => (
          <option key={work_class} value={index === 0 ? "" : work_class}>
            {say(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

import { useState } from "react";
import { today } from "../../api/session";
import { useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { DateField } from "../../ui/DateField";
import { unitText } from "./unit.text";

/** The day whose state is shown; a day that is not finished yet changes nothing. */
export function ReferenceDay({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  const t = useText(unitText);
  const [written, setWritten] = useState(value ?? today());
  return (
    <DateField
      name="on"
      label={t("on")}
      value={written}
      onChange={(next) => {
        setWritten(next);
        const day = parseWrittenDay(next);
        if (day) onChange(day === today() ? undefined : day);
      }}
    />
  );
}

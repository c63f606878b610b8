import { useState } from "react";
import { useText } from "../lib/i18n";
import { parseTime } from "../lib/time";
import { DateBoxes } from "./DateField";
import { FieldGroup, type FieldProps } from "./Field";
import { uiText } from "./ui.text";

interface Props extends FieldProps {
  /** `2026-11-20T16:30` in Japan; what was typed while it is no moment; empty when nothing was. */
  value: string;
  onChange: (value: string) => void;
}

type Typed = readonly [day: string, time: string];

const typedOf = (value: string): Typed => {
  const [day = "", time = ""] = value.split("T");
  return [day, time];
};

const meaning = ([day, time]: Typed): string =>
  day === "" && time.trim() === "" ? "" : `${day}T${parseTime(time) ?? time}`;

/** A day and a time of day, in boxes that look the same in every browser and language. */
export function MomentField({ value, onChange, ...field }: Props) {
  const t = useText(uiText);
  const [typed, setTyped] = useState(() => typedOf(value));
  if (meaning(typed) !== value) setTyped(typedOf(value));
  const change = (next: Typed) => {
    setTyped(next);
    onChange(meaning(next));
  };
  const [day, time] = typed;
  return (
    <FieldGroup {...field} hint={field.hint ?? t("momentHint")}>
      <DateBoxes {...field} value={day} onChange={(next) => change([next, time])}>
        <label className="date-box" data-part="time">
          <span>{t("time")}</span>
          <input
            className="control"
            autoComplete="off"
            maxLength={5}
            value={time}
            aria-invalid={field.error ? true : undefined}
            aria-required={field.required || undefined}
            onChange={(event) => change([day, event.target.value])}
          />
        </label>
      </DateBoxes>
    </FieldGroup>
  );
}

import { type ClipboardEvent, lazy, type ReactNode, Suspense, useState } from "react";
import { type Day, partsOf } from "../lib/day";
import { useLanguage, useText } from "../lib/i18n";
import { parseWrittenDay, sayDay } from "../lib/wareki";
import { Button } from "./Button";
import { FieldGroup, type FieldProps } from "./Field";
import { uiText } from "./ui.text";

const CalendarDialog = lazy(() => import("./CalendarDialog"));

type Boxes = readonly [year: string, month: string, day: string];

const empty: Boxes = ["", "", ""];

function boxesOf(value: string): Boxes {
  const day = parseWrittenDay(value);
  if (!day) return value === "" ? empty : (value.split("/").concat("", "").slice(0, 3) as unknown as Boxes);
  const parts = partsOf(day);
  return [String(parts.year), String(parts.month), String(parts.day)];
}

/** A day; the text as typed while it is none; empty when all boxes are. */
function meaning(boxes: Boxes): string {
  if (boxes.every((box) => box === "")) return "";
  const written = boxes.join("/");
  return parseWrittenDay(written) ?? written;
}

interface Props extends FieldProps {
  value: Day | string;
  onChange: (value: string) => void;
}

/** A day in three boxes. */
export function DateField({ value, onChange, ...field }: Props) {
  const t = useText(uiText);
  return (
    <FieldGroup {...field} hint={field.hint ?? t("dateHint")}>
      <DateBoxes {...field} value={value} onChange={onChange} />
    </FieldGroup>
  );
}

/** Three boxes 年 月 日 that together take any written date by paste, and echo the day with era and weekday. */
export function DateBoxes({
  value,
  onChange,
  children,
  ...field
}: Pick<Props, "label" | "error" | "required" | "value" | "onChange"> & {
  /** What stands in the row after the boxes. */
  children?: ReactNode;
}) {
  const t = useText(uiText);
  const spoken = useLanguage();
  const [boxes, setBoxes] = useState<Boxes>(() => boxesOf(value));
  const [choosing, setChoosing] = useState(false);
  if (meaning(boxes) !== value) setBoxes(boxesOf(value));

  const change = (next: Boxes) => {
    setBoxes(next);
    onChange(meaning(next));
  };
  const paste = (event: ClipboardEvent) => {
    const day = parseWrittenDay(event.clipboardData.getData("text/plain"));
    if (!day) return;
    event.preventDefault();
    change(boxesOf(day));
  };
  const day = parseWrittenDay(value);
  const names = [t("year"), t("month"), t("day")];
  return (
    <>
      <div className="date-field" onPaste={paste}>
        {boxes.map((box, index) => (
          <label className="date-box" key={names[index]} data-part={index}>
            <input
              className="control"
              inputMode="numeric"
              autoComplete="off"
              maxLength={index === 0 ? 6 : 2}
              value={box}
              aria-invalid={field.error ? true : undefined}
              aria-required={field.required || undefined}
              onChange={(event) => change(boxes.with(index, event.target.value.trim()) as unknown as Boxes)}
            />
            <span>{names[index]}</span>
          </label>
        ))}
        <Button size="sm" onClick={() => setChoosing(true)}>
          {t("calendarOpen")}
        </Button>
        {children}
      </div>
      <p className="date-echo" aria-live="polite">
        {day ? sayDay(day, spoken) : boxes.every((box) => box !== "") ? t("dateWrong") : ""}
      </p>
      {choosing && (
        <Suspense>
          <CalendarDialog
            title={field.label}
            value={day}
            onClose={() => setChoosing(false)}
            onChoose={(chosen) => {
              setChoosing(false);
              change(boxesOf(chosen));
            }}
          />
        </Suspense>
      )}
    </>
  );
}

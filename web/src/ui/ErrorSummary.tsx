import { useEffect, useRef } from "react";
import { type Message, useSay, useText } from "../lib/i18n";
import { useControlId } from "./Field";
import { uiText } from "./ui.text";

export interface FieldError {
  name: string;
  message: Message;
}

/** Every wrong field in the order of the form. Takes the focus when it appears; each line leads to its field. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const t = useText(uiText);
  const say = useSay();
  const idOf = useControlId();
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div className="banner" data-tone="error" ref={box} tabIndex={-1} role="alert">
      <span className="banner-sign" aria-hidden="true">
        ×
      </span>
      <div className="banner-body">
        <h2 className="banner-title">{t("summaryTitle", { count })}</h2>
        <ul>
          {errors.map(({ name, message }) => (
            <li key={name}>
              <a
                href={`#${idOf(name)}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(idOf(name));
                }}
              >
                {say(message)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The control itself, or the first one of a group. */
function focusField(id: string): void {
  const field = document.getElementById(id);
  const control = field instanceof HTMLFieldSetElement ? field.querySelector<HTMLElement>("input") : field;
  control?.focus();
}

import { useEffect, useRef } from "react";
import { type Message, useSay, useText } from "../lib/i18n";
import { controlId } from "./Field";
import { uiText } from "./ui.text";

export interface FieldError {
  name: string;
  message: Message;
}

/** Every wrong field in the order of the form. Takes the focus when it appears; each line leads to its field. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const t = useText(uiText);
  const say = useSay();
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
              <a href={`#${controlId(name)}`} onClick={(event) => focusField(event, name)}>
                {say(message)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function focusField(event: React.MouseEvent, name: string) {
  event.preventDefault();
  document.getElementById(controlId(name))?.focus();
}

import { type DragEvent, useId, useRef, useState } from "react";
import { useText } from "../lib/i18n";
import { Button } from "./Button";
import { uiText } from "./ui.text";

interface Props {
  label: string;
  hint?: string;
  accept?: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
}

/** A button that opens the file chooser, in a box that also takes dropped files. */
export function FileDrop({ label, hint, accept, multiple = false, onFiles }: Props) {
  const t = useText(uiText);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the button inside does the same
    <div
      className="file-drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint && <p className="field-hint">{hint}</p>}
      <input
        className="visually-hidden"
        tabIndex={-1}
        type="file"
        id={id}
        ref={input}
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Button onClick={() => input.current?.click()}>{t("chooseFile")}</Button>
      <span className="file-drop-hint">{t("dropHere")}</span>
    </div>
  );
}

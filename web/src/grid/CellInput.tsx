import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import type { EditMode } from "./column";
import { editActOf } from "./keyboard";

interface Props {
  label: string;
  text: string;
  multiline: boolean;
  editing: EditMode | undefined;
  /** Whether the grid has the focus; otherwise the input must not take it. */
  focused: boolean;
  onBegin: () => void;
  onCommit: (text: string, rows: number, columns: number) => void;
  onCancel: () => void;
}

/**
 * The active editable cell always holds a real input with its text selected: a composition of the input method cannot
 * start anywhere else. Typing replaces the text; it is never remounted while its cell stays active.
 */
export function CellInput({ label, text, multiline, editing, focused, onBegin, onCommit, onCancel }: Props) {
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const done = useRef(false);

  useLayoutEffect(() => {
    const element = input.current;
    if (!element || editing) return;
    element.value = text;
    if (focused && document.activeElement !== element) element.focus({ preventScroll: true });
    if (focused) element.select();
  }, [text, editing, focused]);

  useLayoutEffect(() => {
    done.current = false;
    const element = input.current;
    // Typing and composing must find the text still selected; only F2 and double click put the caret behind it.
    if (editing === "caret" && element) element.setSelectionRange(text.length, text.length);
  }, [editing, text]);

  const commit = (rows: number, columns: number) => {
    if (done.current) return;
    done.current = true;
    onCommit(input.current?.value ?? text, rows, columns);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (!editing) return;
    event.stopPropagation();
    const act = editActOf({ ...pick(event), isComposing: event.nativeEvent.isComposing });
    if (act.kind === "let") {
      if (event.key === "Enter" && event.altKey && multiline) breakLine(input.current);
      return;
    }
    event.preventDefault();
    if (act.kind === "commit") commit(act.rows, act.columns);
    else {
      done.current = true;
      onCancel();
    }
  };
  const shared = {
    "aria-label": label,
    className: "grid-input",
    "data-editing": editing,
    defaultValue: text,
    autoComplete: "off",
    onInput: () => !editing && onBegin(),
    onCompositionStart: () => !editing && onBegin(),
    onKeyDown: keyDown,
    onBlur: () => editing && commit(0, 0),
    spellCheck: false,
  };
  return multiline ? <textarea {...shared} ref={input} rows={1} /> : <input {...shared} ref={input} />;
}

const pick = ({ key, shiftKey, ctrlKey, metaKey, altKey, keyCode }: KeyboardEvent) => ({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
  keyCode,
});

function breakLine(element: HTMLTextAreaElement | null) {
  element?.setRangeText("\n", element.selectionStart, element.selectionEnd, "end");
}

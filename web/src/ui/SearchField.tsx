import { useEffect, useRef, useState } from "react";
import { afterPause } from "../lib/pause";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/**
 * Spread into an input whose text counts a moment after somebody stopped typing it, and only when the input method has
 * finished. What is typed while the former text is taken over stays.
 */
export function useTyped(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  const given = useRef(value);
  useEffect(() => {
    if (given.current !== value) setTyped(value);
    given.current = value;
  }, [value]);
  useEffect(() => {
    if (composing || typed === value) return;
    return afterPause(() => {
      given.current = typed;
      onChange(typed);
    });
  }, [typed, composing, value, onChange]);
  return {
    value: typed,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
  };
}

/** The search box of a list. `/` leads to it. */
export function SearchField({ label, value, onChange }: Props) {
  return (
    <label className="filter" data-wide>
      <span>{label}</span>
      <input
        {...useTyped(value, onChange)}
        type="search"
        className="control"
        data-size="sm"
        data-shortcut="/"
        maxLength={200}
      />
    </label>
  );
}

/** One more box among the filters of a list; what is typed counts as in the search box. */
export function TypedFilter({ label, hint, value, onChange }: Props & { hint: string }) {
  return (
    <label className="filter">
      <span>
        {label} <small>{hint}</small>
      </span>
      <input
        {...useTyped(value, onChange)}
        type="search"
        className="control"
        data-size="sm"
        autoComplete="off"
      />
    </label>
  );
}

interface ChoiceProps extends Props {
  options: readonly { value: string; label: string }[];
}

/** One choice among the filters of a list; the first option means no filter. */
export function FilterSelect({ label, value, onChange, options }: ChoiceProps) {
  return (
    <label className="filter">
      <span>{label}</span>
      <select
        className="control"
        data-size="sm"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

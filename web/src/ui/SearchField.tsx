import { useEffect, useState } from "react";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

const typingPause = 300;

/** The search box of a list: waits for a pause in typing and for input methods to finish. `/` leads to it. */
export function SearchField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (composing || typed === value) return;
    const timer = setTimeout(() => onChange(typed), typingPause);
    return () => clearTimeout(timer);
  }, [typed, composing, value, onChange]);
  return (
    <label className="filter" data-wide>
      <span>{label}</span>
      <input
        type="search"
        className="control"
        data-size="sm"
        data-shortcut="/"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
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

import { type ComponentProps, createContext, type ReactNode, useContext, useId } from "react";
import { type Message, useSay, useText } from "../lib/i18n";
import { uiText } from "./ui.text";

/** What every field shows around its control. `name` is where the error summary jumps to. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: Message | undefined;
  required?: boolean;
  /** Says ※任意; leave it out where most fields are optional. */
  optional?: boolean;
}

const Scope = createContext("");

/** Two forms on one page may have fields of the same name: each form that is not alone stands in a scope of its own. */
export function FieldScope({ children }: { children: ReactNode }) {
  return <Scope value={useId()}>{children}</Scope>;
}

/** The id of a field's control, or of a group of them: where the label and the error summary lead. */
export function useControlId(): (name: string) => string {
  const scope = useContext(Scope);
  return (name) => `field${scope}-${name}`;
}

function Mark({ required, optional }: Pick<FieldProps, "required" | "optional">) {
  const t = useText(uiText);
  if (required) return <span className="field-required">{t("required")}</span>;
  return optional ? <span className="field-optional">{t("optional")}</span> : null;
}

function ErrorLine({ id, error }: { id: string; error: Message }) {
  const say = useSay();
  return (
    <p className="field-error" id={id}>
      ＊{say(error)}
    </p>
  );
}

interface ControlAttributes {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
}

/** Label above, support text, control, error text below, tied together for screen readers. */
export function Field({
  children,
  ...field
}: FieldProps & { children: (attributes: ControlAttributes) => ReactNode }) {
  const base = useId();
  const id = useControlId()(field.name);
  const described = [field.hint && `${base}-hint`, field.error && `${base}-error`].filter(Boolean).join(" ");
  return (
    <div className="field" data-invalid={field.error ? true : undefined}>
      <label className="field-label" htmlFor={id}>
        {field.label} <Mark {...field} />
      </label>
      {field.hint && (
        <p className="field-hint" id={`${base}-hint`}>
          {field.hint}
        </p>
      )}
      {children({
        id,
        name: field.name,
        "aria-describedby": described || undefined,
        "aria-invalid": field.error ? true : undefined,
        "aria-required": field.required || undefined,
      })}
      {field.error && <ErrorLine id={`${base}-error`} error={field.error} />}
    </div>
  );
}

/** A group of controls under one legend: check boxes, radio buttons, the boxes of a date. */
export function FieldGroup({ children, ...field }: FieldProps & { children: ReactNode }) {
  const base = useId();
  const id = useControlId()(field.name);
  const described = [field.hint && `${base}-hint`, field.error && `${base}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      id={id}
      className="field"
      data-invalid={field.error ? true : undefined}
      aria-describedby={described || undefined}
    >
      <legend className="field-label">
        {field.label} <Mark {...field} />
      </legend>
      {field.hint && (
        <p className="field-hint" id={`${base}-hint`}>
          {field.hint}
        </p>
      )}
      {children}
      {field.error && <ErrorLine id={`${base}-error`} error={field.error} />}
    </fieldset>
  );
}

type Native<Tag extends "input" | "textarea" | "select"> = Omit<
  ComponentProps<Tag>,
  keyof FieldProps | "id" | "className" | "value" | "onChange" | "placeholder"
>;

interface TextProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
}

const split = <P extends FieldProps>({ name, label, hint, error, required, optional, ...rest }: P) => ({
  field: { name, label, hint, error, required: required ?? false, optional: optional ?? false },
  rest,
});

export function TextField({ value, onChange, ...props }: TextProps & Native<"input">) {
  const { field, rest } = split(props);
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          {...rest}
          {...attributes}
          className="control"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function TextAreaField({ value, onChange, ...props }: TextProps & Native<"textarea">) {
  const { field, rest } = split(props);
  return (
    <Field {...field}>
      {(attributes) => (
        <textarea
          rows={4}
          {...rest}
          {...attributes}
          className="control"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

interface SelectProps extends TextProps {
  options: readonly Option[];
  /** The text of the empty choice; without it there is none. */
  none?: string;
}

export function SelectField({ value, onChange, options, none, ...props }: SelectProps & Native<"select">) {
  const { field, rest } = split(props);
  return (
    <Field {...field}>
      {(attributes) => (
        <select
          {...rest}
          {...attributes}
          className="control"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckProps extends Omit<ComponentProps<"input">, "type" | "onChange" | "className"> {
  label: ReactNode;
  onChange: (checked: boolean) => void;
}

export function Check({ label, onChange, ...rest }: CheckProps) {
  return (
    <label className="check">
      <input {...rest} type="checkbox" onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

interface ChoiceProps<V extends string> extends FieldProps {
  value: V;
  onChange: (value: V) => void;
  options: readonly { value: V; label: ReactNode }[];
}

/** Radio buttons under one legend. */
export function ChoiceField<V extends string>({ value, onChange, options, ...field }: ChoiceProps<V>) {
  return (
    <FieldGroup {...field}>
      <div className="choices">
        {options.map((option) => (
          <label className="check" key={option.value}>
            <input
              type="radio"
              name={field.name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

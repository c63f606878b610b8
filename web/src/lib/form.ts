import { useEffect, useRef, useState } from "react";
import { dropDraft, loadDraft, saveDraft } from "./draft";
import type { Message } from "./i18n";

export type Errors<T> = Partial<Record<keyof T & string, Message>>;

interface Options<T> {
  initial: T;
  /** Messages by field; an empty record means the form may be sent. */
  validate: (values: T) => Errors<T>;
  /** Keep what is typed under this person and form name. */
  draft?: { person: string; form: string };
}

/** Only what somebody wrote: put back, it must not undo what others changed in the other fields meanwhile. */
export const changedIn = <T extends object>(values: T, start: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(start[name as keyof T]),
    ),
  ) as Partial<T>;

/** State of a form: values, the errors of the last attempt in the order of the fields, and the draft. */
export function useForm<T extends object>({ initial, validate, draft }: Options<T>) {
  const [kept, setKept] = useState(() => draft && loadDraft<Partial<T>>(draft.person, draft.form));
  const [start] = useState(initial);
  const [values, setValues] = useState<T>(() => ({ ...initial, ...kept }));
  const [errors, setErrors] = useState<Errors<T>>({});
  const touched = useRef(false);
  const { person, form } = draft ?? {};

  useEffect(() => {
    if (!touched.current || person === undefined || form === undefined) return;
    const timer = setTimeout(() => saveDraft(person, form, changedIn(values, start)), 400);
    return () => clearTimeout(timer);
  }, [values, start, person, form]);

  const forget = () => {
    touched.current = false;
    if (person !== undefined && form !== undefined) dropDraft(person, form);
  };
  return {
    values,
    errors,
    restored: kept !== undefined,
    /** Whether anything stands in the form that its beginning did not say. */
    written: Object.keys(changedIn(values, start)).length > 0,
    /** Spread into a field: `<TextField {...form.bind("title")} label={…} />` */
    bind: <K extends keyof T & string>(name: K) => ({
      name,
      value: values[name],
      error: errors[name],
      onChange: (value: T[K]) => {
        touched.current = true;
        setValues((before) => ({ ...before, [name]: value }));
      },
    }),
    set: (change: Partial<T>) => {
      touched.current = true;
      setValues((before) => ({ ...before, ...change }));
    },
    /** Errors in the order of the fields, for the summary. */
    list: Object.entries(errors).flatMap(([name, message]) =>
      message ? [{ name, message: message as Message }] : [],
    ),
    setErrors,
    /** Checks the values; true when they may be sent. */
    check: (): boolean => {
      const found = validate(values);
      setErrors(found);
      return Object.keys(found).length === 0;
    },
    /** After saving: no draft stays behind. */
    forget,
    reset: () => {
      forget();
      setKept(undefined);
      setErrors({});
      setValues(initial);
    },
  };
}

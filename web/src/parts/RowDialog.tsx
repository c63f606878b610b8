import type { ReactNode } from "react";
import { useRowMutation } from "../api/row-mutation";
import type { Errors } from "../lib/form";
import type { Message } from "../lib/i18n";
import { FormDialog, type FormOf } from "./FormDialog";

interface Props<T extends object, Row> {
  /** The row as it was when the dialog opened; after a conflict the present one is sent. */
  over: Row;
  title: string;
  submit: string;
  danger?: boolean;
  wide?: boolean;
  initial: T;
  validate: (values: T) => Errors<T>;
  send: (values: T, over: Row) => Promise<unknown>;
  /** Asks anew for what the page shows of the row. */
  refresh: () => Promise<unknown>;
  conflict?: Message;
  done: Message;
  onClose: () => void;
  children: (form: FormOf<T>) => ReactNode;
}

/**
 * A dialog that records something about a row. It closes once the page shows what was recorded: whoever goes on at once
 * goes on from there. When somebody else was first it stays open with what was typed.
 */
export function RowDialog<T extends object, Row>({ over, send, refresh, ...props }: Props<T, Row>) {
  const mutation = useRowMutation(over, (opened, { values }: { values: T }) => send(values, opened), {
    onConflict: refresh,
    onSuccess: refresh,
  });
  return <FormDialog {...props} mutation={mutation} input={(values) => ({ values })} />;
}

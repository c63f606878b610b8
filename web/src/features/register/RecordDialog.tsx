import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Errors } from "../../lib/form";
import { type Message, message, useText } from "../../lib/i18n";
import type { FormOf } from "../../parts/FormDialog";
import { RowDialog } from "../../parts/RowDialog";
import { type RegisterKind, refreshRegister } from "./register.queries";
import { registerText } from "./register.text";

export interface RowOf {
  contract: string;
  kind: RegisterKind;
  id: string;
}

interface Props<T extends object, Row> {
  row: RowOf;
  /** The row itself, where what is recorded names its version. */
  over?: Row;
  title: string;
  submit?: string;
  danger?: boolean;
  initial: T;
  validate: (values: T) => Errors<T>;
  /** Sends what was typed, for the row as it was when the dialog opened; after a conflict for the present one. */
  send: (values: T, over: Row) => Promise<unknown>;
  done: Message;
  onClose: () => void;
  children: (form: FormOf<T>) => ReactNode;
}

/** A dialog that records something about a row of a register. */
export function RecordDialog<T extends object, Row = undefined>({
  row,
  over,
  submit,
  ...props
}: Props<T, Row>) {
  const t = useText(registerText);
  const client = useQueryClient();
  return (
    <RowDialog
      {...props}
      over={over as Row}
      submit={submit ?? t("save")}
      refresh={() => refreshRegister(client, row.contract, row.kind, row.id)}
      conflict={message(registerText, "conflict")}
    />
  );
}

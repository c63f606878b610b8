import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Incident } from "../../api/types";
import type { Errors } from "../../lib/form";
import { type Message, useText } from "../../lib/i18n";
import type { FormOf } from "../../parts/FormDialog";
import { RowDialog } from "../../parts/RowDialog";
import { refreshIncidents } from "./incident.queries";
import { incidentText } from "./incident.text";

interface Props<T extends object> {
  contract: string;
  incident: Incident;
  title: string;
  submit?: string;
  wide?: boolean;
  initial: T;
  validate: (values: T) => Errors<T>;
  /** Sends what was typed, for the incident as it was when the dialog opened; after a conflict for the present one. */
  send: (values: T, incident: Incident) => Promise<unknown>;
  done: Message;
  onClose: () => void;
  children: (form: FormOf<T>) => ReactNode;
}

/** A dialog that records something of an incident. */
export function RecordDialog<T extends object>({ contract, incident, submit, ...props }: Props<T>) {
  const t = useText(incidentText);
  const client = useQueryClient();
  return (
    <RowDialog
      {...props}
      over={incident}
      submit={submit ?? t("record")}
      refresh={() => refreshIncidents(client, contract)}
    />
  );
}

import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useRowMutation } from "../../api/row-mutation";
import type { Incident } from "../../api/types";
import type { Errors } from "../../lib/form";
import { type Message, message, useText } from "../../lib/i18n";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
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

/** A dialog that records something of an incident. When somebody else was first it stays open with what was typed. */
export function RecordDialog<T extends object>({ contract, incident, submit, send, ...props }: Props<T>) {
  const t = useText(incidentText);
  const client = useQueryClient();
  const refresh = () => refreshIncidents(client, contract);
  const mutation = useRowMutation(incident, (opened, { values }: { values: T }) => send(values, opened), {
    onConflict: refresh,
  });
  return (
    <FormDialog
      {...props}
      submit={submit ?? t("record")}
      mutation={mutation}
      input={(values) => ({ values })}
      conflict={message(incidentText, "conflict")}
      onDone={() => {
        void refresh();
        props.onClose();
      }}
    />
  );
}

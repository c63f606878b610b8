import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Incident } from "../../api/types";
import type { Errors } from "../../lib/form";
import { type Message, useText } from "../../lib/i18n";
import type { FormOf } from "../../parts/FormDialog";
import { RowDialog } from "../../parts/RowDialog";
import { incidentQuery, refreshIncidents } from "./incident.queries";
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
  send: (values: T, incident: Incident) => Promise<Incident>;
  done: Message;
  onClose: () => void;
  children: (form: FormOf<T>) => ReactNode;
}

/** A dialog that records something of an incident. What is answered stands on the page before the dialog closes. */
export function RecordDialog<T extends object>({ contract, incident, submit, send, ...props }: Props<T>) {
  const t = useText(incidentText);
  const client = useQueryClient();
  return (
    <RowDialog
      {...props}
      over={incident}
      submit={submit ?? t("record")}
      send={async (values, opened: Incident) => {
        const after = await send(values, opened);
        client.setQueryData(incidentQuery(contract, after.id).queryKey, after);
        return after;
      }}
      refresh={() => refreshIncidents(client, contract)}
    />
  );
}

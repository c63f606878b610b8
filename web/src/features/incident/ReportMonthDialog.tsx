import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { IncidentMonth } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { FormDialog } from "../../parts/FormDialog";
import { refreshIncidents } from "./incident.queries";
import { monthQuery, reportMonth } from "./month.queries";
import { monthText } from "./month.text";

interface Props {
  contract: string;
  data: IncidentMonth;
  onClose: () => void;
}

/** Hands the table of a month to the city. */
export function ReportMonthDialog({ contract, data, onClose }: Props) {
  const t = useText(monthText);
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: () => reportMonth(contract, data.month, data.reported?.edition ?? 0),
    onSuccess: (after) => client.setQueryData(monthQuery(contract, data.month).queryKey, after),
    onError: () => refreshIncidents(client, contract),
  });
  return (
    <FormDialog
      title={t("reportTitle")}
      submit={data.reported ? t("reportAgain") : t("report")}
      initial={{}}
      mutation={mutation}
      input={() => undefined}
      done={message(monthText, "done")}
      onClose={onClose}
    >
      {() => <p>{t("reportHint")}</p>}
    </FormDialog>
  );
}

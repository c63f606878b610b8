import { useQueryClient } from "@tanstack/react-query";
import { useRowMutation } from "../../api/row-mutation";
import type { VisitFinding } from "../../api/types";
import { refreshVisits } from "./visit.queries";

/** An act on a finding in the version that was seen; the lists and 今日 follow it. */
export function useFindingMutation<Input>(
  contract: string,
  finding: VisitFinding,
  send: (row: VisitFinding, input: Input) => Promise<VisitFinding>,
) {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([
      refreshVisits(client, contract),
      client.invalidateQueries({ queryKey: ["today", contract] }),
    ]);
  return useRowMutation(finding, send, { onSuccess: refresh, onConflict: refresh });
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemOf } from "../../api/problem";
import type { EntryRecord } from "../../api/types";
import { message } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { announce } from "../../ui/Toast";
import { confirmRecords, refreshPremises } from "./premises.queries";
import { premisesText } from "./premises.text";

interface Props {
  contract: string;
  records: readonly EntryRecord[];
  children: ReactNode;
}

/** Says that the city saw these records in the versions that are shown. */
export function ConfirmButton({ contract, records, children }: Props) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: () => confirmRecords(contract, records),
    onSuccess: () => announce(message(premisesText, "confirmed")),
    onSettled: () => refreshPremises(client, contract),
  });
  return (
    <>
      <Button size="sm" busy={mutation.isPending} onClick={() => mutation.mutate()}>
        {children}
      </Button>
      {mutation.error && <ProblemBanner problem={problemOf(mutation.error)} />}
    </>
  );
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { sitesQuery } from "../../api/contract";
import { useRowMutation } from "../../api/row-mutation";
import { now } from "../../api/session";
import type { Incident, Visit } from "../../api/types";
import { wallClock } from "../../lib/day";
import { message, useText } from "../../lib/i18n";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
import { SelectField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { PeopleField } from "./PeopleField";
import { planOf, sentPlan, type TypedPlan } from "./typed-visit";
import { causeQuery, changePlan, planVisit, refreshVisits } from "./visit.queries";
import type { VisitSearch } from "./visit.search";
import { visitText } from "./visit.text";

const validate = ({ workers }: TypedPlan) =>
  workers.length === 0 ? { workers: message(visitText, "needsPeople") } : {};

function PlanFields({
  contract,
  form,
  fixed,
}: {
  contract: string;
  form: FormOf<TypedPlan>;
  fixed: boolean;
}) {
  const t = useText(visitText);
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  return (
    <>
      {!fixed && (
        <SelectField
          {...form.bind("site_id")}
          label={t("site")}
          required
          none={t("choose")}
          options={sites.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
        />
      )}
      <TextField {...form.bind("purpose")} label={t("purpose")} required maxLength={500} />
      <MomentField {...form.bind("planned_from")} label={t("plannedFrom")} required />
      <MomentField {...form.bind("planned_until")} label={t("plannedUntil")} required />
      <TextField {...form.bind("told")} label={t("told")} hint={t("toldHint")} optional maxLength={200} />
      <PeopleField {...form.bind("workers")} contract={contract} />
    </>
  );
}

interface NewProps {
  contract: string;
  search: VisitSearch;
  onClose: () => void;
}

/** A new visit; because of an incident, with what its intake says already. */
export function PlanDialog({ search, ...props }: NewProps) {
  const cause = useQuery(causeQuery(props.contract, search.incident ?? ""));
  if (search.incident && !cause.data) return null;
  return <NewDialog {...props} search={search} incident={cause.data} />;
}

function NewDialog({ contract, search, incident, onClose }: NewProps & { incident: Incident | undefined }) {
  const t = useText(visitText);
  const client = useQueryClient();
  const navigate = useNavigate();
  const mutation = useMutation({
    mutationFn: (typed: TypedPlan) =>
      planVisit(contract, sentPlan(typed, { incident: search.incident, request: search.request })),
    onSuccess: () => refreshVisits(client, contract),
  });
  const initial: TypedPlan = {
    site_id: incident?.site_id ?? search.site ?? "",
    purpose: incident?.phenomenon ?? "",
    planned_from: wallClock(now()),
    planned_until: "",
    told: incident?.contact_person ?? "",
    workers: [],
  };
  return (
    <FormDialog
      title={t("plan")}
      submit={t("plan")}
      initial={initial}
      validate={validate}
      mutation={mutation}
      input={(typed) => typed}
      done={message(visitText, "saved")}
      onDone={(_, visit: Visit) =>
        navigate({ to: "/contracts/$contract/visits/$visit", params: { contract, visit: visit.id } })
      }
      onClose={onClose}
      wide
    >
      {(form) => <PlanFields contract={contract} form={form} fixed={Boolean(incident?.site_id)} />}
    </FormDialog>
  );
}

export function ChangeDialog({
  contract,
  visit,
  onClose,
}: {
  contract: string;
  visit: Visit;
  onClose: () => void;
}) {
  const t = useText(visitText);
  const client = useQueryClient();
  const refresh = () => refreshVisits(client, contract);
  const mutation = useRowMutation(
    visit,
    (row, typed: TypedPlan) => changePlan(contract, row, sentPlan(typed, {})),
    { onSuccess: refresh, onConflict: refresh },
  );
  return (
    <FormDialog
      title={t("change")}
      submit={t("change")}
      initial={planOf(visit)}
      validate={validate}
      mutation={mutation}
      input={(typed) => typed}
      done={message(visitText, "saved")}
      onClose={onClose}
      wide
    >
      {(form) => <PlanFields contract={contract} form={form} fixed />}
    </FormDialog>
  );
}

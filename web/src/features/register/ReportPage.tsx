import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useContractId } from "../../api/contract";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { useMay, useSession } from "../../api/session";
import type { Incident } from "../../api/types";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Loading, Page } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import {
  CategoryField,
  IncidentFields,
  incidentBody,
  incidentErrors,
  incidentValues,
  valuesOfFault,
} from "./IncidentFields";
import { faultQuery, reportIncident } from "./incident.queries";
import { incidentText } from "./incident.text";

/** A report; one that a fault of the equipment led to begins with what the fault told. */
export default function ReportPage() {
  const t = useText(incidentText);
  const contract = useContractId();
  const { fault: id } = useSearch({ from: "/inside/contracts/$contract/security-incidents/new" });
  const fault = useQuery({ ...faultQuery(contract, id ?? ""), enabled: id !== undefined });
  return (
    <Page
      title={t("reportTitle")}
      trail={[
        <Link key="list" to="/contracts/$contract/security-incidents" params={{ contract }}>
          {t("title")}
        </Link>,
      ]}
    >
      {fault.error && <ProblemBanner problem={problemOf(fault.error)} />}
      {id === undefined || fault.data ? <ReportForm contract={contract} fault={fault.data} /> : null}
      {fault.isLoading && <Loading />}
    </Page>
  );
}

function ReportForm({ contract, fault }: { contract: string; fault: Incident | undefined }) {
  const t = useText(incidentText);
  const may = useMay(contract);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { person } = useSession();
  const { visit } = useSearch({ from: "/inside/contracts/$contract/security-incidents/new" });
  const send = useMutation({
    mutationFn: (values: Parameters<typeof incidentBody>[0]) =>
      reportIncident(contract, {
        ...incidentBody(values),
        ...(visit && { visit }),
        ...(fault && { incident: fault.id }),
      }),
  });
  const form = useForm({
    initial: fault ? valuesOfFault(fault) : incidentValues(),
    validate: incidentErrors,
    draft: { person: person.id, form: ["security-incident", contract, fault?.id].filter(Boolean).join(".") },
  });
  const submit = async () => {
    if (!form.check()) return;
    const { id, number } = await send.mutateAsync(form.values);
    form.forget();
    announce(message(incidentText, "reported", { number }));
    void client.invalidateQueries({ queryKey: ["security-incidents", contract] });
    await (may("view_security_incident")
      ? navigate({
          to: "/contracts/$contract/security-incidents/$incident",
          params: { contract, incident: id },
        })
      : navigate({ to: "/contracts/$contract/security-incidents", params: { contract } }));
  };
  return (
    <form
      className="form"
      noValidate
      onKeyDown={(event) => event.key === "Enter" && event.ctrlKey && event.currentTarget.requestSubmit()}
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch((error) => form.setErrors(errorsOf(problemOf(error), form.values)));
      }}
    >
      <p>{t("reportLead")}</p>
      {visit && <p>{t("ofVisit")}</p>}
      {fault && <p>{t("ofFault", { number: fault.case_number })}</p>}
      {send.isError && <ProblemBanner problem={problemOf(send.error)} />}
      <ErrorSummary errors={form.list} />
      <CategoryField form={form} />
      <IncidentFields form={form} />
      <div className="actions">
        <Button type="submit" look="solid" busy={send.isPending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

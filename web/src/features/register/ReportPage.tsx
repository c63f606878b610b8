import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useContractId } from "../../api/contract";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { useMay, useSession } from "../../api/session";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Page } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import {
  CategoryField,
  IncidentFields,
  incidentBody,
  incidentErrors,
  incidentValues,
} from "./IncidentFields";
import { reportIncident } from "./incident.queries";
import { incidentText } from "./incident.text";

export default function ReportPage() {
  const t = useText(incidentText);
  const contract = useContractId();
  const may = useMay(contract);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { person } = useSession();
  const { visit } = useSearch({ from: "/inside/contracts/$contract/security-incidents/new" });
  const send = useMutation({
    mutationFn: (values: Parameters<typeof incidentBody>[0]) =>
      reportIncident(contract, { ...incidentBody(values), ...(visit && { visit }) }),
  });
  const form = useForm({
    initial: incidentValues(),
    validate: incidentErrors,
    draft: { person: person.id, form: `security-incident.${contract}` },
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
    <Page
      title={t("reportTitle")}
      trail={[
        <Link key="list" to="/contracts/$contract/security-incidents" params={{ contract }}>
          {t("title")}
        </Link>,
      ]}
    >
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
    </Page>
  );
}

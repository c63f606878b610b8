import "./incident.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { now, useMay, useSession, useSitesOf } from "../../api/session";
import type { Contract, OpenIncident } from "../../api/types";
import { upload } from "../../api/upload";
import { wallClock } from "../../lib/day";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { attachmentsUrl } from "../../parts/attachments.queries";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Check, TextField } from "../../ui/Field";
import { FileDrop } from "../../ui/FileDrop";
import { MomentField } from "../../ui/MomentField";
import { Page } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { blankIntake, IncidentFields, type IntakeValues, intakeBody, intakeErrors } from "./IncidentFields";
import { openIncident, refreshIncidents } from "./incident.queries";
import { incidentText } from "./incident.text";

interface Values extends IntakeValues {
  case_number: string;
  handed_over: boolean;
  at: string;
  person: string;
  city_person: string;
}

const body = ({ case_number, handed_over, at, person, city_person, ...intake }: Values): OpenIncident => ({
  intake: intakeBody(intake),
  case_number,
  handed_over,
  at,
  person,
  city_person: handed_over ? city_person : "",
});

const errors = (values: Values) => ({
  ...intakeErrors(values),
  ...(values.at === "" && {
    at: message(incidentText, "fillIn", {
      label: message(incidentText, values.handed_over ? "instructedAt" : "reportedAt"),
    }),
  }),
  ...(values.person.trim() === "" && {
    person: message(incidentText, "fillIn", { label: message(incidentText, "person") }),
  }),
});

export default function NewIncidentPage() {
  const t = useText(incidentText);
  const contract = useContract();
  const own = useSitesOf(contract.id, "view_incident");
  return (
    <Page
      title={own ? t("report") : t("enter")}
      trail={[
        <Link key="list" to="/contracts/$contract/incidents" params={{ contract: contract.id }}>
          {t("title")}
        </Link>,
      ]}
    >
      <NewIncidentForm contract={contract} own={own} />
    </Page>
  );
}

/** Who reports from a site is its contact; who enters a call for the section hands over at once. */
function useStart(contract: Contract, own: string[] | undefined): Values {
  const { person } = useSession();
  const may = useMay(contract.id);
  const directs = may("direct_incident") || (!may("report_incident") && may("record_incident"));
  return {
    ...blankIntake,
    site_id: own?.length === 1 ? (own[0] ?? "") : "",
    contact_person: own ? person.name : "",
    case_number: "",
    handed_over: directs,
    at: wallClock(now()),
    person: person.name,
    city_person: may("direct_incident") ? person.name : "",
  };
}

function NewIncidentForm({ contract, own }: { contract: Contract; own: string[] | undefined }) {
  const t = useText(incidentText);
  const { person } = useSession();
  const graded = useMay(contract.id)("direct_incident");
  const navigate = useNavigate();
  const client = useQueryClient();
  const [photos, setPhotos] = useState<File[]>([]);
  const send = useMutation({ mutationFn: (what: OpenIncident) => openIncident(contract.id, what) });
  const form = useForm<Values>({
    initial: useStart(contract, own),
    validate: errors,
    draft: { person: person.id, form: `incident.new.${contract.id}` },
  });
  const submit = async () => {
    if (!form.check()) return;
    const { id } = await send.mutateAsync(body(form.values));
    form.forget();
    announce(message(incidentText, "opened"));
    await sendPhotos(contract.id, id, photos);
    void refreshIncidents(client, contract.id);
    await navigate({
      to: "/contracts/$contract/incidents/$incident",
      params: { contract: contract.id, incident: id },
    });
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
      {send.isError && <ProblemBanner problem={problemOf(send.error)} />}
      <ErrorSummary errors={form.list} />
      <IncidentFields contract={contract} form={form} graded={graded} />
      {!own && <SectionFields contract={contract} form={form} />}
      <div className="form-row">
        <MomentField
          {...form.bind("at")}
          label={form.values.handed_over ? t("instructedAt") : t("reportedAt")}
          required
        />
        <TextField {...form.bind("person")} label={t("person")} required maxLength={200} />
      </div>
      <FileDrop
        label={t("photo")}
        hint={t("photoHint")}
        accept="image/*"
        multiple
        onFiles={(files) => setPhotos((before) => [...before, ...files])}
      />
      {photos.length > 0 && (
        <p role="status">{t("photoChosen", { names: photos.map(({ name }) => name).join("、") })}</p>
      )}
      <div className="actions">
        <Button type="submit" look="solid" size={own ? "lg" : "md"} busy={send.isPending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

async function sendPhotos(contract: string, id: string, photos: readonly File[]): Promise<void> {
  const url = attachmentsUrl({ contract, ledger: "incidents", id });
  try {
    for (const photo of photos) await upload(url, photo, () => undefined);
  } catch {
    announce(message(incidentText, "photoFailed"), "error");
  }
}

interface SectionProps {
  contract: Contract;
  form: ReturnType<typeof useForm<Values>>;
}

/** What the system section and the contractor enter besides: the number, and whether the clocks begin. */
function SectionFields({ contract, form }: SectionProps) {
  const t = useText(incidentText);
  const may = useMay(contract.id);
  const chooses = may("direct_incident") && may("report_incident");
  return (
    <>
      <TextField
        {...form.bind("case_number")}
        label={t("caseNumber")}
        hint={t("caseHint")}
        optional
        maxLength={60}
        autoComplete="off"
      />
      {chooses && (
        <Check
          name="handed_over"
          label={t("handedOver")}
          checked={form.values.handed_over}
          onChange={(checked) => form.set({ handed_over: checked })}
        />
      )}
      {form.values.handed_over && (
        <TextField {...form.bind("city_person")} label={t("cityPerson")} required maxLength={200} />
      )}
    </>
  );
}

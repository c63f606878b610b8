import "./request.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { quotasQuery } from "../../api/quotas";
import { today, useSession, useWritingSites } from "../../api/session";
import type { Contract } from "../../api/types";
import { addMonths } from "../../lib/day";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { TextField } from "../../ui/Field";
import { Page } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { type Bind, RequestFields, type RequestValues, requestBody, requestErrors } from "./RequestFields";
import { Restored } from "./Restored";
import { useCreateRequest } from "./request.queries";
import { requestText } from "./request.text";

interface NewValues extends RequestValues {
  agreement: string;
}

/** Who writes for one site is its person in charge, not the section's, and the site is settled. */
const blank = (person: string, day: string, sites: string[] | undefined): NewValues => ({
  title: "",
  body: "",
  work_types: [],
  site_id: sites?.length === 1 ? (sites[0] ?? "") : "",
  device_id: "",
  entered_on: day,
  wish_on: addMonths(day, 1),
  city_person: sites ? "" : person,
  division: "",
  division_person: sites ? person : "",
  agreement: "",
});

/** Whether one of these work types counts towards a limit that is reached. */
function useLimitReached(contract: Contract, types: readonly string[]): boolean {
  const { data } = useQuery(quotasQuery(contract.id));
  const quotas = contract.work_types.filter(({ id }) => types.includes(id)).flatMap((type) => type.quotas);
  return (data?.items ?? []).some(
    ({ id, kind, state }) =>
      kind === "cap" && (state === "reached" || state === "over") && quotas.includes(id),
  );
}

export default function NewRequestPage() {
  const t = useText(requestText);
  const contract = useContract();
  return (
    <Page
      title={t("newTitle")}
      trail={[
        <Link key="list" to="/contracts/$contract/requests" params={{ contract: contract.id }}>
          {t("listTitle")}
        </Link>,
      ]}
    >
      <NewRequestForm contract={contract} />
    </Page>
  );
}

function NewRequestForm({ contract }: { contract: Contract }) {
  const t = useText(requestText);
  const { person } = useSession();
  const navigate = useNavigate();
  const sites = useWritingSites(contract.id);
  const create = useCreateRequest(contract.id);
  const form = useForm<NewValues>({
    initial: blank(person.name, today(), sites),
    validate: requestErrors,
    draft: { person: person.id, form: `request.${contract.id}` },
  });
  const limitReached = useLimitReached(contract, form.values.work_types);
  const submit = async () => {
    if (!form.check()) return;
    const { agreement, ...values } = form.values;
    const created = await create.mutateAsync({ ...requestBody(values), ...(agreement && { agreement }) });
    form.forget();
    announce(message(requestText, "created", { number: created.number }));
    await navigate({
      to: "/contracts/$contract/requests/$request",
      params: { contract: contract.id, request: created.id },
    });
  };
  const followEntry = (entered: string) => {
    const before = parseWrittenDay(form.values.entered_on);
    const after = parseWrittenDay(entered);
    // Only the default moves along; a wished date that somebody chose stays.
    if (before && after && form.values.wish_on === addMonths(before, 1))
      form.set({ wish_on: addMonths(after, 1) });
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
      {form.restored && <Restored onStartOver={form.reset} />}
      {create.isError && <ProblemBanner problem={problemOf(create.error)} />}
      <ErrorSummary errors={form.list} />
      <RequestFields contract={contract} bind={form.bind as Bind} onEntered={followEntry} />
      {(limitReached || form.errors.agreement) && (
        <TextField
          {...form.bind("agreement")}
          label={t("agreement")}
          hint={t("agreementHint")}
          maxLength={1000}
        />
      )}
      <div className="actions">
        <Button type="submit" look="solid" busy={create.isPending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

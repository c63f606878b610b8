import "./approval.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useContractId } from "../../api/contract";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { useSession } from "../../api/session";
import type { ApprovalFormKind } from "../../api/types";
import { useForm } from "../../lib/form";
import { message, useSay, useText } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { Page } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { ToInbox } from "./ApprovalFrame";
import { blank, errorsIn, newApprovalOf, type Values } from "./application";
import { Acts, type Bind, Period, Place } from "./application-fields";
import { needsOf } from "./approval";
import { formQuery, openRequestsQuery, useAsk } from "./approval.queries";
import { approvalText, turnText } from "./approval.text";

/** Applying for a permission that stands for itself, or entering an instruction or an agreement. */
export default function NewApprovalPage() {
  const t = useText(approvalText);
  return (
    <Page title={t("newTitle")} trail={[<ToInbox key="inbox" />]}>
      <ApplicationForm contract={useContractId()} />
    </Page>
  );
}

function ApplicationForm({ contract }: { contract: string }) {
  const t = useText(approvalText);
  const { person } = useSession();
  const navigate = useNavigate();
  const { request = "", kind = "" } = useSearch({ from: "/inside/contracts/$contract/approvals/new" });
  const { data } = useSuspenseQuery(formQuery(contract));
  const ask = useAsk(contract);
  const kinds = data.kinds.filter(({ alone }) => alone);
  const kindOf = (values: Values) => kinds.find(({ id }) => id === values.kind);
  const form = useForm<Values>({
    initial: blank(kind, request),
    validate: (values) => errorsIn(values, kindOf(values)),
    draft: { person: person.id, form: `approval.new.${contract}` },
  });
  const chosen = kindOf(form.values);
  const submit = async () => {
    if (!form.check()) return;
    const { approval } = await ask.mutateAsync(newApprovalOf(form.values, chosen));
    form.forget();
    announce(message(approvalText, "asked", { number: approval.number }));
    await navigate({
      to: "/contracts/$contract/approvals/$approval",
      params: { contract, approval: approval.id },
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
      {form.restored && (
        <Banner
          tone="info"
          actions={
            <Button size="sm" onClick={form.reset}>
              {t("startOver")}
            </Button>
          }
        >
          {t("draft")}
        </Banner>
      )}
      {ask.isError && <ProblemBanner problem={problemOf(ask.error)} />}
      <ErrorSummary errors={form.list} />
      <Kind kinds={kinds} chosen={chosen} bind={form.bind as Bind} />
      <TextField {...form.bind("title")} label={t("subjectTitle")} required maxLength={200} />
      <TextAreaField {...form.bind("reason")} label={t("reason")} required maxLength={5000} />
      <Job contract={contract} bind={form.bind as Bind} />
      {needsOf(chosen).acts && <Acts acts={data.acts} bind={form.bind as Bind} />}
      <Place contract={contract} kind={chosen} bind={form.bind as Bind} set={form.set} />
      <Period bind={form.bind as Bind} />
      <div className="actions">
        <Button type="submit" look="solid" busy={ask.isPending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

interface KindProps {
  kinds: ApprovalFormKind[];
  chosen: ApprovalFormKind | undefined;
  bind: Bind;
}

function Kind({ kinds, chosen, bind }: KindProps) {
  const t = useText(approvalText);
  const turn = useText(turnText);
  const say = useSay();
  return (
    <SelectField
      {...bind("kind")}
      label={t("kind")}
      hint={
        chosen &&
        [
          chosen.clause,
          chosen.nature === "acknowledge" ? t("atOnce") : t("whoDecides", { side: turn(chosen.turn) }),
          chosen.basis === "assumption" ? t("assumption") : "",
        ].join(" ")
      }
      required
      none={t("choose")}
      options={kinds.map(({ id, label }) => ({ value: id, label: say(label) }))}
    />
  );
}

function Job({ contract, bind }: { contract: string; bind: Bind }) {
  const t = useText(approvalText);
  const requests = useQuery(openRequestsQuery(contract)).data?.items ?? [];
  return (
    <SelectField
      {...bind("request_id")}
      label={t("request")}
      optional
      none={t("noRequest")}
      options={requests.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
    />
  );
}

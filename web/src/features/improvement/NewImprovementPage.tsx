import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useContractId } from "../../api/contract";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { useSession } from "../../api/session";
import type { ImprovementDraft, ProposeImprovement } from "../../api/types";
import { useForm } from "../../lib/form";
import { message, useSay, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Loading, Page } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { draftQuery, proposeImprovement, refreshImprovements } from "./improvement.queries";
import { askedGround } from "./improvement.search";
import { improvementText } from "./improvement.text";
import { PlanFields, planErrors, sentPlan, type TypedPlan } from "./PlanFields";

/** A proposal, begun with the numbers that the trend shows. */
export default function NewImprovementPage() {
  const t = useText(improvementText);
  const contract = useContractId();
  const search = useSearch({ from: "/inside/contracts/$contract/incidents/improvements/new" });
  const { data: draft, error } = useQuery(draftQuery(contract, search));
  return (
    <Page
      title={t("new")}
      trail={[
        <Link key="list" to="/contracts/$contract/incidents/improvements" params={{ contract }}>
          {t("title")}
        </Link>,
      ]}
    >
      {error && <ProblemBanner problem={problemOf(error)} />}
      {!draft && !error && <Loading />}
      {draft && <ProposalForm contract={contract} draft={draft} />}
    </Page>
  );
}

function ProposalForm({ contract, draft }: { contract: string; draft: ImprovementDraft }) {
  const t = useText(improvementText);
  const say = useSay();
  const search = useSearch({ from: "/inside/contracts/$contract/incidents/improvements/new" });
  const { person } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const send = useMutation({ mutationFn: (body: ProposeImprovement) => proposeImprovement(contract, body) });
  const form = useForm<TypedPlan>({
    initial: {
      title: say(draft.title),
      problem: say(draft.problem),
      measure: say(draft.measure),
      aim: say(draft.aim),
      person: person.name,
      due_on: "",
    },
    validate: planErrors,
  });
  const problem = send.error ? problemOf(send.error) : undefined;
  const submit = async () => {
    if (!form.check()) return;
    const { id } = await send.mutateAsync({
      about: askedGround(search),
      plan: sentPlan(form.values),
      ...(search.continues && { continues_id: search.continues }),
    });
    announce(message(improvementText, "proposed"));
    void refreshImprovements(client, contract);
    await navigate({
      to: "/contracts/$contract/incidents/improvements/$improvement",
      params: { contract, improvement: id },
    });
  };
  return (
    <form
      className="form"
      noValidate
      onKeyDown={(event) => event.key === "Enter" && event.ctrlKey && event.currentTarget.requestSubmit()}
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch((failure) => form.setErrors(errorsOf(problemOf(failure), form.values)));
      }}
    >
      <p className="quiet">{t("newAbout")}</p>
      {say(draft.finding) && (
        <p>
          <strong>{draft.name}</strong> {say(draft.finding)}
        </p>
      )}
      {problem && <ProblemBanner problem={problem} />}
      <ErrorSummary errors={form.list} />
      <PlanFields form={form} />
      <div className="actions">
        <Button type="submit" look="solid" busy={send.isPending}>
          {t("propose")}
        </Button>
      </div>
    </form>
  );
}

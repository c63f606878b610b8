import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { useSession } from "../../api/session";
import type { Contract } from "../../api/types";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { ChoiceField, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { Page } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { newQuestion, type QuestionValues, questionErrors } from "./new-question";
import { askableRequests, useAsk } from "./question.queries";
import { questionText } from "./question.text";

export default function NewQuestionPage() {
  const t = useText(questionText);
  const contract = useContract();
  return (
    <Page
      title={t("newTitle")}
      trail={[
        <Link key="list" to="/contracts/$contract/questions" params={{ contract: contract.id }}>
          {t("listTitle")}
        </Link>,
      ]}
    >
      <NewQuestionForm contract={contract} />
    </Page>
  );
}

function NewQuestionForm({ contract }: { contract: Contract }) {
  const t = useText(questionText);
  const { person } = useSession();
  const navigate = useNavigate();
  const { request = "", procedure = "" } = useSearch({ from: "/inside/contracts/$contract/questions/new" });
  const requests = useQuery(askableRequests(contract.id)).data?.items ?? [];
  const send = useAsk(contract.id);
  const form = useForm<QuestionValues>({
    initial: {
      about: procedure ? "procedure" : "work_request",
      request_id: request,
      procedure_id: procedure,
      title: "",
      text: "",
    },
    validate: questionErrors,
    draft: { person: person.id, form: `question.new.${contract.id}.${request || procedure}` },
  });
  const submit = async () => {
    if (!form.check()) return;
    const { question } = await send.mutateAsync(newQuestion(form.values));
    form.forget();
    announce(message(questionText, "asked"));
    await navigate({
      to: "/contracts/$contract/questions/$question",
      params: { contract: contract.id, question: question.id },
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
      <ChoiceField
        {...form.bind("about")}
        label={t("about")}
        options={[
          { value: "work_request", label: t("aboutRequest") },
          { value: "contract", label: t("aboutContract") },
          ...(procedure ? [{ value: "procedure" as const, label: t("aboutProcedure") }] : []),
        ]}
      />
      {form.values.about === "work_request" && (
        <SelectField
          {...form.bind("request_id")}
          label={t("request")}
          required
          none=""
          options={requests.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        />
      )}
      <TextField
        {...form.bind("title")}
        label={t("titleLabel")}
        required
        maxLength={200}
        autoComplete="off"
      />
      <TextAreaField
        {...form.bind("text")}
        label={t("askLabel")}
        hint={t("textHint")}
        required
        rows={8}
        maxLength={5000}
      />
      <div className="actions">
        <Button type="submit" look="solid" busy={send.isPending}>
          {t("new")}
        </Button>
      </div>
    </form>
  );
}

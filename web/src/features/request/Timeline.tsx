import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { useSession } from "../../api/session";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { Timeline } from "../../parts/Timeline";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { TextAreaField } from "../../ui/Field";
import { announce } from "../../ui/Toast";
import { Changes } from "./Changes";
import { eventsQuery, useAddComment } from "./request.queries";
import { requestText } from "./request.text";

interface Props {
  contract: string;
  id: string;
}

/** Everything that happened to the request. */
export function RequestTimeline({ contract, id }: Props) {
  const events = useQuery(eventsQuery(contract, id));
  return <Timeline events={events} detail={({ changes }) => <Changes changes={changes} />} />;
}

export function CommentForm({ contract, id }: Props) {
  const t = useText(requestText);
  const add = useAddComment(contract, id);
  const form = useForm({
    initial: { text: "" },
    draft: { person: useSession().person.id, form: `comment.${id}` },
    validate: ({ text }) => (text.trim() === "" ? { text: message(requestText, "enterComment") } : {}),
  });
  const submit = async () => {
    if (!form.check()) return;
    await add.mutateAsync(form.values.text.trim());
    form.reset();
    announce(message(requestText, "commented"));
  };
  return (
    <form
      className="form no-print"
      noValidate
      onKeyDown={(event) => event.key === "Enter" && event.ctrlKey && event.currentTarget.requestSubmit()}
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch(() => undefined);
      }}
    >
      {add.isError && <ProblemBanner problem={problemOf(add.error)} />}
      <TextAreaField {...form.bind("text")} label={t("comment")} rows={2} maxLength={2000} />
      <div className="actions">
        <Button type="submit" busy={add.isPending}>
          {t("addComment")}
        </Button>
      </div>
    </form>
  );
}

import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { useSession } from "../../api/session";
import { instantInJapan } from "../../lib/day";
import { useForm } from "../../lib/form";
import { message, useSay, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { TextAreaField } from "../../ui/Field";
import { Loading } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { newestFirst } from "./ActDialog";
import { Changes } from "./Changes";
import { eventsQuery, useAddComment } from "./request.queries";
import { requestText, sideText } from "./request.text";

interface Props {
  contract: string;
  id: string;
}

/** Everything that happened to the request, newest first. */
export function Timeline({ contract, id }: Props) {
  const t = useText(requestText);
  const side = useText(sideText);
  const say = useSay();
  const events = useQuery(eventsQuery(contract, id));
  if (events.isPending) return <Loading />;
  if (events.isError) return <ProblemBanner problem={problemOf(events.error)} />;
  if (events.data.items.length === 0) return <p className="quiet">{t("noEvents")}</p>;
  return (
    <ol className="timeline">
      {newestFirst(events.data.items).map((event) => (
        <li key={event.sequence}>
          <p className="timeline-head">
            <time dateTime={event.at}>{instantInJapan(event.at)}</time>
            <span>{t("actor", { name: event.actor_name, side: side(event.side) })}</span>
          </p>
          <p className="timeline-text">{say(event.text)}</p>
          {event.reason && (
            <p>
              {event.kind.endsWith(".commented") ? event.reason : t("eventReason", { reason: event.reason })}
            </p>
          )}
          <Changes changes={event.changes} />
        </li>
      ))}
    </ol>
  );
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

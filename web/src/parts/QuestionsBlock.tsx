import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { questionsOfRequest } from "../api/questions";
import { useMay } from "../api/session";
import { texts, useText } from "../lib/i18n";
import { buttonLook } from "../ui/Button";
import { Block } from "../ui/Page";
import { Table } from "../ui/Table";
import { QuestionStateChip } from "./QuestionState";

const text = texts({
  title: ["質問（疑義）", "Questions"],
  cases: ["{count}件", "{count}"],
  none: ["この依頼への質問はありません。", "Nobody has asked about this request."],
  ask: ["質問する", "Ask"],
  number: ["番号", "Number"],
  subject: ["件名", "Subject"],
  state: ["状態", "State"],
  age: ["経過", "Age"],
  days: ["{count}開庁日", "{count} open days"],
});

/** The questions on a request, on the request's own page. */
export function QuestionsBlock({ contract, request }: { contract: string; request: string }) {
  const t = useText(text);
  const may = useMay(contract);
  const seen = may("view_question");
  const { data } = useQuery({ ...questionsOfRequest(contract, request), enabled: seen });
  if (!seen) return null;
  const items = data?.items ?? [];
  return (
    <Block
      id="questions"
      title={t("title")}
      count={t("cases", { count: items.length })}
      actions={
        may("ask_question") && (
          <Link
            {...buttonLook("outline", "sm")}
            to="/contracts/$contract/questions/new"
            params={{ contract }}
            search={{ request }}
          >
            {t("ask")}
          </Link>
        )
      }
    >
      {items.length === 0 ? (
        <p className="quiet">{t("none")}</p>
      ) : (
        <Table caption={t("title")}>
          <thead>
            <tr>
              <th scope="col">{t("number")}</th>
              <th scope="col">{t("subject")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col">{t("age")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((question) => (
              <tr key={question.id}>
                <th scope="row">
                  <Link
                    to="/contracts/$contract/questions/$question"
                    params={{ contract, question: question.id }}
                  >
                    {question.number}
                  </Link>
                </th>
                <td>{question.title}</td>
                <td>
                  <QuestionStateChip question={question} />
                </td>
                <td>{t("days", { count: question.age_days })}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}

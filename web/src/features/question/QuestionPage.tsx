import { sayInstant } from "../../lib/wareki";
import "./question.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { useMay } from "../../api/session";
import type { Contract, Question, QuestionDetail } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Attachments } from "../../parts/Attachments";
import { QuestionStateChip } from "../../parts/QuestionState";
import { Banner } from "../../ui/Banner";
import { Chip, type ChipTone } from "../../ui/Chip";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { Conversation } from "./Conversation";
import { QuestionActs } from "./QuestionActs";
import { QuestionHistory } from "./QuestionHistory";
import { questionQuery } from "./question.queries";
import { columnText, questionText } from "./question.text";
import { useDue, useSubject } from "./question-columns";

export default function QuestionPage() {
  const t = useText(questionText);
  const contract = useContract();
  const { question: id } = useParams({ from: "/inside/contracts/$contract/questions/$question" });
  const { data: detail } = useSuspenseQuery(questionQuery(contract.id, id));
  const { question } = detail;
  const may = useMay(contract.id);
  const open = question.turn !== "neutral";
  return (
    <Page
      title={`${question.number} ${question.title}`}
      trail={[
        <Link key="list" to="/contracts/$contract/questions" params={{ contract: contract.id }}>
          {t("listTitle")}
        </Link>,
      ]}
      actions={<QuestionStateChip question={question} />}
    >
      <div className="question-columns">
        <Block title={t("conversation")}>
          <Waiting detail={detail} />
          <Conversation entries={detail.entries} />
          <QuestionActs key={question.id} contract={contract.id} detail={detail} />
        </Block>
        <div className="stack">
          <QuestionFacts contract={contract} question={question} />
          {detail.answer_approved && <Approvals contract={contract} detail={detail} />}
          <Block title={t("history")}>
            <QuestionHistory contract={contract} detail={detail} />
          </Block>
          <Block title={t("files")}>
            <Attachments
              row={{ contract: contract.id, ledger: "questions", id }}
              mayAdd={open && may("comment")}
            />
          </Block>
        </div>
      </div>
    </Page>
  );
}

/** What the question waits for, and what waits for it. */
function Waiting({ detail: { question, blocks_start, clause } }: { detail: QuestionDetail }) {
  const t = useText(questionText);
  if (question.turn === "neutral") return null;
  const waits =
    question.state === "awaiting_approval"
      ? t("waitsForApproval")
      : t(question.turn === "city" ? "waitsForCity" : "waitsForContractor");
  return (
    <Banner tone="info" title={waits}>
      {blocks_start && question.subject_kind === "work_request" && t("blocks", { clause })}
    </Banner>
  );
}

function QuestionFacts({ contract, question }: { contract: Contract; question: Question }) {
  const t = useText(questionText);
  const column = useText(columnText);
  const subject = useSubject();
  const due = useDue();
  return (
    <Block title={t("facts")}>
      <Facts>
        <Fact term={column("subject")}>
          {question.subject_kind === "work_request" ? (
            <Link
              to="/contracts/$contract/requests/$request"
              params={{ contract: contract.id, request: question.subject_id }}
            >
              {subject(question)}
            </Link>
          ) : (
            subject(question)
          )}
        </Fact>
        <Fact term={column("turn")}>{t(question.turn)}</Fact>
        <Fact term={column("asked_at")}>{sayInstant(question.asked_at)}</Fact>
        <Fact term={column("asked_by")}>{question.asked_by}</Fact>
        {question.due_at && <Fact term={column("due")}>{due(question)}</Fact>}
        <Fact term={column("age")}>{t("days", { count: question.age_days })}</Fact>
        {question.turn !== "neutral" && (
          <Fact term={column("waiting")}>{t("days", { count: question.waiting_days })}</Fact>
        )}
        {question.change !== "" && (
          <Fact term={column("change")} wide>
            {question.change}
          </Fact>
        )}
      </Facts>
    </Block>
  );
}

type ApprovalState = QuestionDetail["approvals"][number]["state"];

const approvalLooks: Record<
  ApprovalState,
  { tone: ChipTone; sign: string; word: keyof typeof questionText & `approval${string}` }
> = {
  asked: { tone: "yellow", sign: "◇", word: "approvalAsked" },
  granted: { tone: "green", sign: "○", word: "approvalGranted" },
  refused: { tone: "red", sign: "×", word: "approvalRefused" },
  withdrawn: { tone: "neutral", sign: "－", word: "approvalWithdrawn" },
  voided: { tone: "neutral", sign: "－", word: "approvalVoided" },
};

function Approvals({ contract, detail: { approvals } }: { contract: Contract; detail: QuestionDetail }) {
  const t = useText(questionText);
  const may = useMay(contract.id);
  return (
    <Block title={t("approvals")}>
      {approvals.length === 0 && <p className="quiet">{t("noApproval")}</p>}
      <ul className="question-approvals">
        {approvals.map(({ id, number, state, asked_at, settled_at, conditions }) => {
          const { tone, sign, word } = approvalLooks[state];
          return (
            <li key={id}>
              <Chip tone={tone} sign={sign}>
                {t(word as "approvalAsked")}
              </Chip>{" "}
              {may("view_approval") ? (
                <Link
                  to="/contracts/$contract/approvals/$approval"
                  params={{ contract: contract.id, approval: id }}
                >
                  {number}
                </Link>
              ) : (
                number
              )}{" "}
              <span className="quiet">{sayInstant(settled_at ?? asked_at)}</span>
              {conditions && <p>{conditions}</p>}
            </li>
          );
        })}
      </ul>
    </Block>
  );
}

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import type { PageSurveyRow } from "../../api/types";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { planSurvey, surveysQuery } from "./survey.queries";
import { surveyText } from "./survey.text";
import { PlanDialog, planOf } from "./survey-dialogs";

export default function SurveyListPage() {
  const t = useText(surveyText);
  const contract = useContract();
  const { data } = useSuspenseQuery(surveysQuery(contract.id));
  const [planning, setPlanning] = useState(false);
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="register" to="/contracts/$contract/register" params={{ contract: contract.id }}>
          {t("register")}
        </Link>,
      ]}
      actions={
        data.may_plan && (
          <Button look="solid" onClick={() => setPlanning(true)}>
            {t("plan")}
          </Button>
        )
      }
    >
      <div className="stack">
        <p className="quiet">{data.asked ? t("about") : t("notAsked")}</p>
        {data.clause && <p className="quiet">{t("clause", { clause: data.clause })}</p>}
        <Block title={t("list")}>
          {data.items.length === 0 ? (
            <p className="quiet">{t("none")}</p>
          ) : (
            <Surveys contract={contract.id} surveys={data.items} />
          )}
        </Block>
      </div>
      {planning && <Planning contract={contract.id} onClose={() => setPlanning(false)} />}
    </Page>
  );
}

function Surveys({ contract, surveys }: { contract: string; surveys: readonly PageSurveyRow[] }) {
  const t = useText(surveyText);
  const spoken = useLanguage();
  return (
    <Table caption={t("list")}>
      <thead>
        <tr>
          <th scope="col">{t("surveyTitle")}</th>
          <th scope="col">{t("on")}</th>
          <th scope="col">{t("days")}</th>
          <th scope="col">{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {surveys.map((survey) => (
          <tr key={survey.id}>
            <th scope="row">
              <Link
                to="/contracts/$contract/register/page-surveys/$survey"
                params={{ contract, survey: survey.id }}
              >
                {survey.title}
              </Link>
            </th>
            <td>{survey.earlier ? t("earlier") : sayDay(survey.on, spoken)}</td>
            <td>
              {survey.first && sayDay(survey.first, spoken)}
              {(survey.first || survey.last) && " – "}
              {survey.last && sayDay(survey.last, spoken)}
            </td>
            <td>
              {survey.submitted_on ? (
                <Chip tone="green" sign="○">
                  {t("submitted", { day: sayDay(survey.submitted_on, spoken) })}
                </Chip>
              ) : (
                <Chip tone="blue" sign="◇">
                  {t("open")}
                </Chip>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Planning({ contract, onClose }: { contract: string; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const mutation = useMutation({
    mutationFn: (body: Parameters<typeof planSurvey>[1]) => planSurvey(contract, body),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ["page-surveys", contract] });
      await navigate({
        to: "/contracts/$contract/register/page-surveys/$survey",
        params: { contract, survey: id },
      });
    },
  });
  return (
    <PlanDialog
      mutation={mutation}
      initial={planOf()}
      withKind
      done={message(surveyText, "planned")}
      onClose={onClose}
    />
  );
}

import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { Activity } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Fact, Facts } from "../../ui/Page";
import { activityQuery } from "./activity.queries";
import { activityText } from "./activity.text";
import { CancelDialog, CorrectDialog } from "./activity-dialogs";
import { Files } from "./Files";
import { RowFrame } from "./RegisterFrame";
import { registerText } from "./register.text";

interface Props {
  contract: string;
  activity: Activity;
}

export default function ActivityPage() {
  const t = useText(activityText);
  const contract = useContractId();
  const { activity: id } = useParams({ from: "/inside/contracts/$contract/activities/$activity" });
  const { data: activity } = useSuspenseQuery(activityQuery(contract, id));
  return (
    <RowFrame
      contract={contract}
      kind="activities"
      id={activity.id}
      title={`${activity.number} ${activity.title}`}
      register={t("title")}
      actions={<Actions contract={contract} activity={activity} />}
      head={
        activity.cancelled_at && (
          <Banner
            tone="warning"
            title={t("struckOut", { by: activity.cancelled_by, at: sayInstant(activity.cancelled_at) })}
          >
            {activity.cancelled_because}
          </Banner>
        )
      }
    >
      <Details contract={contract} activity={activity} />
      <Files contract={contract} kind="activities" id={activity.id} mayAdd={activity.may_keep} />
    </RowFrame>
  );
}

function Actions({ contract, activity }: Props) {
  const t = useText(activityText);
  const _shared = useText(registerText);
  const [asking, setAsking] = useState<"correct" | "cancel" | undefined>();
  const close = () => setAsking(undefined);
  return (
    <>
      {activity.may_keep && (
        <>
          <Button onClick={() => setAsking("correct")}>{t("correct")}</Button>
          <Button look="danger" onClick={() => setAsking("cancel")}>
            {t("cancel")}
          </Button>
        </>
      )}
      {asking === "correct" && <CorrectDialog contract={contract} activity={activity} onClose={close} />}
      {asking === "cancel" && <CancelDialog contract={contract} activity={activity} onClose={close} />}
    </>
  );
}

function Details({ contract, activity }: Props) {
  const t = useText(activityText);
  const shared = useText(registerText);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <Block title={t("details")}>
      <Facts>
        <Fact term={t("workType")}>{say(activity.work_type_label)}</Fact>
        <Fact term={t("doneOn")}>{sayDay(activity.done_on, spoken)}</Fact>
        <Fact term={t("hours")}>{activity.hours.toFixed(1)}</Fact>
        <Fact term={t("performedBy")}>{activity.performed_by}</Fact>
        <Fact term={t("askedBy")}>{activity.asked_by || shared("notStated")}</Fact>
        <Fact term={t("permission")}>
          {activity.lacks_permission ? (
            <Chip tone="yellow" sign="△">
              {t("lacksPermission")}
            </Chip>
          ) : (
            activity.permission || shared("notStated")
          )}
        </Fact>
        {activity.request_id && (
          <Fact term={t("request")}>
            <Link
              to="/contracts/$contract/requests/$request"
              params={{ contract, request: activity.request_id }}
            >
              {activity.request_number}
            </Link>
          </Fact>
        )}
        <Fact term={shared("enteredBy")}>
          {activity.entered_by} {sayInstant(activity.entered_at)}
        </Fact>
        <Fact term={t("what")} wide>
          {activity.what}
        </Fact>
        <Fact term={t("result")} wide>
          {activity.result || shared("notStated")}
        </Fact>
      </Facts>
    </Block>
  );
}

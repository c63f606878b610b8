import { Link } from "@tanstack/react-router";
import type { Approval } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Fact, Facts } from "../../ui/Page";
import { placeOf, spanOf } from "./approval";
import { approvalText, sideText, subjectText } from "./approval.text";

interface Props {
  contract: string;
  approval: Approval;
}

/** What is applied for, with everything that the decision covers. */
export function Asked({ contract, approval }: Props) {
  const t = useText(approvalText);
  const side = useText(sideText);
  const say = useSay();
  const acts = approval.acts.map(({ label }) => say(label)).join(t("listComma"));
  const span = spanOf(approval);
  return (
    <Facts>
      <Fact term={t("kind")}>
        {say(approval.kind_label)} <small className="clause">{approval.clause}</small>
      </Fact>
      <Fact term={t("askedBy")}>
        {t("askedByOf", {
          name: approval.asked_by,
          side: side(approval.asked_side),
          at: sayInstant(approval.asked_at),
        })}
      </Fact>
      {approval.reason !== "" && (
        <Fact term={t("reason")} wide>
          <span className="approval-text">{approval.reason}</span>
        </Fact>
      )}
      {span !== "" && <Fact term={t("period")}>{span}</Fact>}
      {acts !== "" && <Fact term={t("acts")}>{acts}</Fact>}
      {acts !== "" && (
        <Fact term={t("devices")}>
          {approval.devices.length > 0
            ? approval.devices.join(t("listComma"))
            : t(approval.request_id ? "allDevices" : "anyDevice")}
        </Fact>
      )}
      <About contract={contract} approval={approval} />
      {approval.site_name !== "" && <Fact term={t("site")}>{approval.site_name}</Fact>}
      {approval.room !== "" && <Fact term={t("room")}>{approval.room}</Fact>}
      {approval.conditions !== "" && (
        <Fact term={t("conditions")} wide>
          <span className="approval-text">{approval.conditions}</span>
        </Fact>
      )}
      {approval.content_sha256 !== "" && (
        <Fact term={t("content")} wide>
          <span className="approval-hash">sha256 {approval.content_sha256}</span>
          <br />
          <small className="approval-note">{t("contentHint")}</small>
        </Fact>
      )}
    </Facts>
  );
}

const isKnown = (kind: string): kind is keyof typeof subjectText => Object.hasOwn(subjectText, kind);

/** The row that is approved, and the job it is for. */
function About({ contract, approval }: Props) {
  const t = useText(approvalText);
  const subject = useText(subjectText);
  const { subject_kind: kind, request_id: request } = approval;
  const place = placeOf(approval);
  return (
    <>
      {kind !== "" && (
        <Fact term={t("subject")}>
          {isKnown(kind) ? subject(kind) : kind}{" "}
          {place && (
            <a href={`/contracts/${contract}/${place.page}${place.id && `/${place.id}`}`}>
              {t("openSubject")}
            </a>
          )}
        </Fact>
      )}
      {request && (
        <Fact term={t("request")}>
          <Link to="/contracts/$contract/requests/$request" params={{ contract, request }}>
            {approval.request_number}
          </Link>
        </Fact>
      )}
    </>
  );
}

import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { Licence } from "../../api/types";
import { count } from "../../lib/count";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Fact, Facts } from "../../ui/Page";
import { LicenceStateChip } from "./chips";
import { DueDay } from "./DueDay";
import { Files } from "./Files";
import { licenceQuery } from "./licence.queries";
import { licenceKind, licencePayer, licenceText } from "./licence.text";
import { CorrectDialog, EndDialog, ResumeDialog } from "./licence-dialogs";
import { RowFrame } from "./RegisterFrame";
import { registerText } from "./register.text";

interface Props {
  contract: string;
  licence: Licence;
}

export default function LicencePage() {
  const t = useText(licenceText);
  const contract = useContractId();
  const { licence: id } = useParams({ from: "/inside/contracts/$contract/licences/$licence" });
  const { data: licence } = useSuspenseQuery(licenceQuery(contract, id));
  const software = [licence.software, licence.edition].filter(Boolean).join(" ");
  return (
    <RowFrame
      contract={contract}
      kind="licences"
      id={licence.id}
      title={t("heading", { number: licence.number, software })}
      register={t("title")}
      actions={<Actions contract={contract} licence={licence} />}
      head={licence.lapsed && licence.may_keep && <Banner tone="warning">{t("lapsed")}</Banner>}
    >
      <Details contract={contract} licence={licence} />
      <Files contract={contract} kind="licences" id={licence.id} mayAdd={licence.may_keep} />
    </RowFrame>
  );
}

function Actions({ contract, licence }: Props) {
  const t = useText(licenceText);
  const shared = useText(registerText);
  const [asking, setAsking] = useState<Licence["acts"][number] | undefined>();
  const close = () => setAsking(undefined);
  const word = { correct: shared("correct"), end: t("end"), resume: t("resume") };
  const row = { contract, licence, onClose: close };
  return (
    <>
      <LicenceStateChip state={licence.state} />
      {licence.acts.map((act) => (
        <Button key={act} onClick={() => setAsking(act)}>
          {word[act]}
        </Button>
      ))}
      {asking === "correct" && <CorrectDialog {...row} />}
      {asking === "end" && <EndDialog {...row} />}
      {asking === "resume" && <ResumeDialog {...row} />}
    </>
  );
}

function EndFacts({ licence }: { licence: Licence }) {
  const t = useText(licenceText);
  const say = useSay();
  const spoken = useLanguage();
  if (!licence.ended_on || !licence.ended_because) return null;
  return (
    <>
      <Fact term={t("endedOn")}>{sayDay(licence.ended_on, spoken)}</Fact>
      <Fact term={t("endedBecause")}>
        {say(licence.ended_because)} {licence.ended_by}
      </Fact>
    </>
  );
}

function CostFacts({ licence }: { licence: Licence }) {
  const t = useText(licenceText);
  const payer = useText(licencePayer);
  return (
    <>
      <Fact term={t("payer")}>{payer(licence.payer)}</Fact>
      {licence.payer === "other" && (
        <>
          <Fact term={t("payerName")}>{licence.payer_name}</Fact>
          <Fact term={t("payerReason")} wide>
            {licence.payer_reason}
          </Fact>
        </>
      )}
    </>
  );
}

function Details({ contract, licence }: Props) {
  const t = useText(licenceText);
  const shared = useText(registerText);
  const kind = useText(licenceKind);
  const spoken = useLanguage();
  return (
    <Block title={t("details")}>
      <Facts>
        <Fact term={t("publisher")}>{licence.publisher}</Fact>
        <Fact term={t("licensee")}>{licence.licensee}</Fact>
        <Fact term={shared("kind")}>{kind(licence.kind)}</Fact>
        <Fact term={t("quantity")}>{count(licence.quantity)}</Fact>
        <Fact term={t("obtainedOn")}>{sayDay(licence.obtained_on, spoken)}</Fact>
        <Fact term={t("validUntil")}>
          {licence.valid_until ? (
            <DueDay day={sayDay(licence.valid_until, spoken)} urgency={licence.valid_until_is} />
          ) : (
            t("withoutEnd")
          )}
        </Fact>
        <EndFacts licence={licence} />
        <CostFacts licence={licence} />
        <Fact term={t("purpose")} wide>
          {licence.purpose}
        </Fact>
        {licence.request_id && (
          <Fact term={t("request")}>
            <Link
              to="/contracts/$contract/requests/$request"
              params={{ contract, request: licence.request_id }}
            >
              {licence.request_number}
            </Link>
          </Fact>
        )}
        <Fact term={t("certificatePlace")}>{licence.certificate_place || shared("notStated")}</Fact>
        <Fact term={shared("enteredBy")}>
          {licence.entered_by} {sayInstant(licence.entered_at)}
        </Fact>
        {licence.note && (
          <Fact term={t("note")} wide>
            {licence.note}
          </Fact>
        )}
      </Facts>
    </Block>
  );
}

import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { recoveryQuery } from "../../api/recovery";
import type { Medium } from "../../api/types";
import { message, useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Fact, Facts } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { CheckChip, MediumStateChip } from "./chips";
import { IncidentBanner } from "./IncidentBanner";
import { LoansOf } from "./LoansOf";
import { MediumDialog } from "./MediumDialog";
import { cancelUse, checkedFilesQuery, mediumQuery } from "./media.queries";
import { checkHelp, mediaText, mediumKind, methodWord, moveWord, useWord, verdictWord } from "./media.text";
import { ManualCheckDialog, MoveDialog, PlanDialog, UseDialog } from "./medium-dialogs";
import { RowFrame } from "./RegisterFrame";
import { refreshRegister } from "./register.queries";
import { registerText } from "./register.text";
import { ScanDialog } from "./ScanDialog";

interface Props {
  contract: string;
  medium: Medium;
}

export default function MediumPage() {
  const t = useText(mediaText);
  const contract = useContractId();
  const { medium: id } = useParams({ from: "/inside/contracts/$contract/media/$medium" });
  const { data: medium } = useSuspenseQuery(mediumQuery(contract, id));
  return (
    <RowFrame
      contract={contract}
      kind="media"
      id={medium.id}
      title={`${medium.label} ${medium.name}`}
      register={t("title")}
      actions={<Actions contract={contract} medium={medium} />}
      head={<IncidentBanner contract={contract} row={medium} />}
      aside={<Details contract={contract} medium={medium} />}
    >
      <Checks contract={contract} medium={medium} />
      <Uses contract={contract} medium={medium} />
      <LoansOf contract={contract} of={{ medium: medium.id }} />
      <Movements medium={medium} />
    </RowFrame>
  );
}

function Actions({ contract, medium }: Props) {
  const t = useText(mediaText);
  const shared = useText(registerText);
  const [asking, setAsking] = useState<"move" | "correct" | undefined>();
  const close = () => setAsking(undefined);
  return (
    <>
      <MediumStateChip state={medium.state} />
      {medium.moves.length > 0 && (
        <Button look="solid" onClick={() => setAsking("move")}>
          {t("move")}
        </Button>
      )}
      {medium.may_keep && <Button onClick={() => setAsking("correct")}>{shared("correct")}</Button>}
      {asking === "move" && <MoveDialog contract={contract} medium={medium} onClose={close} />}
      {asking === "correct" && <MediumDialog contract={contract} medium={medium} onClose={close} />}
    </>
  );
}

function Details({ contract, medium }: Props) {
  const t = useText(mediaText);
  const shared = useText(registerText);
  const kind = useText(mediumKind);
  const moment = (at: string | null | undefined) => (at ? sayInstant(at) : shared("notStated"));
  return (
    <Block title={t("details")}>
      <Facts>
        <Fact term={t("label")}>{medium.label}</Fact>
        <Fact term={t("kind")}>
          {kind(medium.kind)}
          {medium.recovery && ` ${t("recovery")}`}
        </Fact>
        {medium.recovery && <Carried contract={contract} medium={medium} />}
        <Fact term={t("purpose")} wide>
          {medium.purpose}
        </Fact>
        <Fact term={t("keeper")}>{medium.keeper}</Fact>
        <Fact term={t("storagePlace")}>{medium.storage_place}</Fact>
        {medium.holder && <Fact term={t("holder")}>{medium.holder}</Fact>}
        <Fact term={t("changedAt")}>{moment(medium.changed_at)}</Fact>
        <Fact term={t("usedAt")}>{moment(medium.used_at)}</Fact>
      </Facts>
    </Block>
  );
}

/** The edition that a recovery medium carries. */
function Carried({ contract, medium }: Props) {
  const t = useText(mediaText);
  const say = useSay();
  const { data } = useQuery(recoveryQuery(contract));
  const carried = data?.media.find(({ medium_id }) => medium_id === medium.id);
  if (!carried) return null;
  return (
    <Fact term={t("carried")}>
      <Link to="/contracts/$contract/recovery/$edition" params={{ contract, edition: carried.edition_id }}>
        {say(carried.family_label)} {carried.number}
      </Link>{" "}
      {carried.outdated && (
        <Chip tone="yellow" sign="△">
          {t("outdated")}
        </Chip>
      )}
    </Fact>
  );
}

function Checks({ contract, medium }: Props) {
  const t = useText(mediaText);
  const help = useText(checkHelp);
  const method = useText(methodWord);
  const verdict = useText(verdictWord);
  const shared = useText(registerText);
  const spoken = useLanguage();
  const [asking, setAsking] = useState<"scan" | "manual" | undefined>();
  const [shown, setShown] = useState<string | undefined>();
  const close = () => setAsking(undefined);
  const gone = medium.state === "lost" || medium.state === "disposed";
  return (
    <Block title={t("check")} actions={<CheckChip check={medium.check} />}>
      <p>{help(medium.check)}</p>
      {medium.may_keep && !gone && (
        <>
          {!medium.scanner && <Banner tone="info">{t("noScanner")}</Banner>}
          <div className="actions no-print">
            {medium.scanner && (
              <Button look="solid" onClick={() => setAsking("scan")}>
                {t("scan")}
              </Button>
            )}
            <Button look={medium.scanner ? "outline" : "solid"} onClick={() => setAsking("manual")}>
              {t("manual")}
            </Button>
          </div>
        </>
      )}
      {medium.checks.length === 0 ? (
        <p className="quiet">{t("noChecks")}</p>
      ) : (
        <Table caption={t("checks")}>
          <thead>
            <tr>
              <th scope="col">{t("checkedAt")}</th>
              <th scope="col">{t("verdict")}</th>
              <th scope="col">{t("checkedBy")}</th>
              <th scope="col">{t("tool")}</th>
              <th scope="col">{t("definitions")}</th>
              <th scope="col">{t("method")}</th>
            </tr>
          </thead>
          <tbody>
            {medium.checks.map((check) => (
              <tr key={check.id}>
                <th scope="row">{sayInstant(check.finished_at ?? check.started_at)}</th>
                <td>{verdict(check.verdict)}</td>
                <td>{check.checked_by}</td>
                <td>{check.tool || shared("notStated")}</td>
                <td>{check.definitions_on ? sayDay(check.definitions_on, spoken) : shared("notStated")}</td>
                <td>
                  {method(check.method)}
                  {check.method === "scanner" && (
                    <Button
                      look="text"
                      size="sm"
                      aria-expanded={shown === check.id}
                      onClick={() => setShown(shown === check.id ? undefined : check.id)}
                    >
                      {t("showFiles")}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {shown && <CheckedFiles contract={contract} medium={medium} check={shown} />}
      {asking === "scan" && <ScanDialog contract={contract} medium={medium} onClose={close} />}
      {asking === "manual" && <ManualCheckDialog contract={contract} medium={medium} onClose={close} />}
    </Block>
  );
}

function CheckedFiles({ contract, medium, check }: Props & { check: string }) {
  const t = useText(mediaText);
  const shared = useText(registerText);
  const verdict = useText(verdictWord);
  const { data } = useQuery(checkedFilesQuery(contract, medium.id, check));
  return (
    <Table caption={t("checkFiles")}>
      <thead>
        <tr>
          <th scope="col">{shared("fileName")}</th>
          <th scope="col">{t("verdict")}</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {data?.items.map((file) => (
          <tr key={file.id}>
            <th scope="row">{file.name}</th>
            <td>
              {verdict(file.verdict)} {file.threat}
            </td>
            <td>
              <code>{file.sha256.slice(0, 16)}…</code>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Uses({ contract, medium }: Props) {
  const t = useText(mediaText);
  const word = useText(useWord);
  const client = useQueryClient();
  const [planning, setPlanning] = useState(false);
  const [using, setUsing] = useState<string | undefined>();
  const cancel = useMutation({
    mutationFn: (use: string) => cancelUse(contract, medium.id, use),
    onSuccess: () => {
      announce(message(mediaText, "useCancelled"));
      void refreshRegister(client, contract, "media", medium.id);
    },
  });
  const usable = medium.state === "stored" || medium.state === "out";
  return (
    <Block
      title={t("uses")}
      actions={medium.may_keep && usable && <Button onClick={() => setPlanning(true)}>{t("plan")}</Button>}
    >
      {cancel.isError && <ProblemBanner problem={problemOf(cancel.error)} />}
      {medium.uses.length === 0 ? (
        <p className="quiet">{t("noUses")}</p>
      ) : (
        <Table caption={t("uses")}>
          <thead>
            <tr>
              <th scope="col">{t("job")}</th>
              <th scope="col">{t("plannedAt")}</th>
              <th scope="col">{t("usePurpose")}</th>
              <th scope="col">{t("verdict")}</th>
            </tr>
          </thead>
          <tbody>
            {medium.uses.map((use) => (
              <tr key={use.id}>
                <th scope="row">
                  <Link
                    to="/contracts/$contract/requests/$request"
                    params={{ contract, request: use.request_id }}
                  >
                    {use.request_number}
                  </Link>
                </th>
                <td>{sayInstant(use.planned_at)}</td>
                <td>{use.purpose}</td>
                <td>
                  {word(use.state)}
                  {use.used_at && ` ${sayInstant(use.used_at)} ${use.used_by}`}
                  {use.permission && ` ${use.permission}`}
                  {use.state === "planned" && medium.may_keep && (
                    <div className="actions no-print">
                      <Button size="sm" onClick={() => setUsing(use.id)}>
                        {t("recordUse")}
                      </Button>
                      <Button
                        size="sm"
                        look="text"
                        busy={cancel.isPending}
                        onClick={() => cancel.mutate(use.id)}
                      >
                        {t("cancelUse")}
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {planning && <PlanDialog contract={contract} medium={medium} onClose={() => setPlanning(false)} />}
      {using && (
        <UseDialog contract={contract} medium={medium} use={using} onClose={() => setUsing(undefined)} />
      )}
    </Block>
  );
}

function Movements({ medium }: { medium: Medium }) {
  const t = useText(mediaText);
  const shared = useText(registerText);
  const word = useText(moveWord);
  return (
    <Block title={t("movements")}>
      {medium.movements.length === 0 ? (
        <p className="quiet">{t("noMovements")}</p>
      ) : (
        <Table caption={t("movements")}>
          <thead>
            <tr>
              <th scope="col">{shared("at")}</th>
              <th scope="col">{t("moveKind")}</th>
              <th scope="col">{shared("person")}</th>
              <th scope="col">{shared("place")}</th>
              <th scope="col">{shared("note")}</th>
            </tr>
          </thead>
          <tbody>
            {medium.movements.map((movement) => (
              <tr key={movement.id}>
                <th scope="row">{sayInstant(movement.at)}</th>
                <td>{word(movement.move)}</td>
                <td>{movement.person}</td>
                <td>{movement.place}</td>
                <td>{movement.note}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}

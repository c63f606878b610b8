import "./people.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import type { Contract } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayDays } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { ChangeTable } from "./Announced";
import { AnnounceChange, AnnounceLeaving } from "./announce-dialogs";
import { Demands } from "./Demands";
import { colleaguesQuery, rosterQuery, type WorkerDetail, workerQuery } from "./people.queries";
import { peopleText, workerText } from "./people.text";
import { WorkerFiles } from "./WorkerFiles";
import { Affiliation, PresenceChip, useDuties, useTerm } from "./words";
import { AddTraining, LinkAccount, SetPledge } from "./worker-dialogs";

type Asked = "change" | "entry" | "leaving" | "training" | "pledge" | "account";

/** One worker with everything that was ever announced about him. */
export default function WorkerPage() {
  const people = useText(peopleText);
  const contract = useContract();
  const { worker: id } = useParams({ from: "/inside/contracts/$contract/people/$worker" });
  const { data: detail } = useSuspenseQuery(workerQuery(contract.id, id));
  const [asked, setAsked] = useState<Asked | undefined>();
  const { worker } = detail;
  return (
    <Page
      title={worker.entry.name}
      trail={[
        <Link key="list" to="/contracts/$contract/people" params={{ contract: contract.id }}>
          {people("title")}
        </Link>,
      ]}
      actions={<Actions detail={detail} onAsk={setAsked} />}
    >
      <div className="stack">
        <Particulars contract={contract} detail={detail} onAsk={setAsked} />
        <Trainings detail={detail} onAsk={setAsked} />
        <Changes contract={contract} detail={detail} />
        <Assignments contract={contract} detail={detail} />
        <Demands contract={contract.id} detail={detail} />
        <WorkerFiles contract={contract.id} detail={detail} />
      </div>
      {asked && (
        <Asking contract={contract} detail={detail} asked={asked} onClose={() => setAsked(undefined)} />
      )}
    </Page>
  );
}

interface Props {
  contract: Contract;
  detail: WorkerDetail;
}

interface Asks {
  detail: WorkerDetail;
  onAsk: (asked: Asked) => void;
}

function Actions({ detail, onAsk }: Asks) {
  const t = useText(workerText);
  const { presence } = detail.worker;
  if (!detail.can_keep) return <PresenceChip presence={presence} />;
  const here = presence === "in_force" || presence === "announced";
  return (
    <>
      <PresenceChip presence={presence} />
      {here ? (
        <>
          <Button look="solid" onClick={() => onAsk("change")}>
            {t("announceChange")}
          </Button>
          <Button onClick={() => onAsk("leaving")}>{t("announceLeaving")}</Button>
        </>
      ) : (
        <Button look="solid" onClick={() => onAsk("entry")}>
          {t("announceReturn")}
        </Button>
      )}
    </>
  );
}

function Asking({ contract, detail, asked, onClose }: Props & { asked: Asked; onClose: () => void }) {
  const roster = useQuery(rosterQuery(contract.id));
  const { worker } = detail;
  const shared = { contract, worker, onClose };
  if (asked === "training") return <AddTraining {...shared} />;
  if (asked === "pledge") return <SetPledge {...shared} />;
  if (asked === "account") return <LinkAccount {...shared} />;
  if (!roster.data) return null;
  const { rules } = roster.data;
  return asked === "leaving" ? (
    <AnnounceLeaving {...shared} rules={rules} />
  ) : (
    <AnnounceChange {...shared} rules={rules} kind={asked} />
  );
}

function Particulars({ contract, detail, onAsk }: Props & Asks) {
  const t = useText(workerText);
  const people = useText(peopleText);
  const say = useSay();
  const spoken = useLanguage();
  const duties = useDuties(contract);
  const term = useTerm();
  const { worker, can_keep } = detail;
  const { entry } = worker;
  return (
    <Block title={t("details")}>
      {worker.obstacle && (
        <Banner tone="warning" title={t("notReady")}>
          {say(worker.obstacle)}
        </Banner>
      )}
      <Facts>
        <Fact term={people("kana")}>{entry.kana || people("notStated")}</Fact>
        <Fact term={people("company")}>
          <Affiliation entry={entry} />
        </Fact>
        <Fact term={people("duties")}>{duties(entry.duties)}</Fact>
        <Fact term={people("term")}>{term(worker) || people("notStated")}</Fact>
        <Fact term={people("work")} wide>
          {entry.work}
        </Fact>
        <Fact term={people("assets")} wide>
          {entry.assets}
        </Fact>
        <Fact term={people("contact")}>{entry.contact || people("notStated")}</Fact>
        <Fact term={t("pledgedOn")}>
          {worker.pledged_on ? sayDay(worker.pledged_on, spoken) : t("noPledge")}{" "}
          {can_keep && (
            <Button size="sm" look="text" onClick={() => onAsk("pledge")}>
              {t("setPledge")}
            </Button>
          )}
        </Fact>
        <Fact term={t("account")}>
          <AccountName contract={contract.id} person={worker.person_id} />{" "}
          {can_keep && (
            <Button size="sm" look="text" onClick={() => onAsk("account")}>
              {t("linkAccount")}
            </Button>
          )}
        </Fact>
      </Facts>
    </Block>
  );
}

function AccountName({ contract, person }: { contract: string; person: string | null | undefined }) {
  const t = useText(workerText);
  const { data } = useQuery({ ...colleaguesQuery(contract), enabled: Boolean(person), retry: false });
  if (!person) return <>{t("notLinked")}</>;
  return <>{data?.items.find(({ person_id }) => person_id === person)?.name ?? "○"}</>;
}

function Trainings({ detail, onAsk }: Asks) {
  const t = useText(workerText);
  const spoken = useLanguage();
  const { trainings } = detail;
  return (
    <Block
      title={t("trainings")}
      count={trainings.length}
      actions={
        detail.can_keep && (
          <Button size="sm" onClick={() => onAsk("training")}>
            {t("addTraining")}
          </Button>
        )
      }
    >
      {trainings.length === 0 ? (
        <p className="quiet">{t("noTrainings")}</p>
      ) : (
        <Table caption={t("trainings")}>
          <thead>
            <tr>
              <th scope="col">{t("heldOn")}</th>
              <th scope="col">{t("training")}</th>
              <th scope="col">{t("result")}</th>
              <th scope="col">{t("note")}</th>
              <th scope="col">{t("recordedBy")}</th>
            </tr>
          </thead>
          <tbody>
            {trainings.map((training) => (
              <tr key={training.id}>
                <td>{sayDay(training.held_on, spoken)}</td>
                <th scope="row">{training.subject}</th>
                <td>
                  {training.result === "completed" ? "○" : "×"} {t(training.result)}
                </td>
                <td>{training.note}</td>
                <td>{training.recorded_by}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}

function Changes({ contract, detail }: Props) {
  const t = useText(workerText);
  return (
    <Block title={t("changes")} count={detail.changes.length}>
      <ChangeTable
        caption={t("changes")}
        contract={contract}
        changes={detail.changes}
        versionOf={() => detail.worker.version}
      />
    </Block>
  );
}

function Assignments({ contract, detail }: Props) {
  const t = useText(workerText);
  const spoken = useLanguage();
  const { assignments } = detail;
  return (
    <Block title={t("assignments")} count={assignments.length}>
      {assignments.length === 0 ? (
        <p className="quiet">{t("noAssignments")}</p>
      ) : (
        <Table caption={t("assignments")}>
          <thead>
            <tr>
              <th scope="col">{t("days")}</th>
              <th scope="col">{t("request")}</th>
              <th scope="col">{t("task")}</th>
            </tr>
          </thead>
          <tbody>
            {assignments.map(({ request_id, number, title, task, first_day, last_day }) => (
              <tr key={`${request_id}${first_day}`}>
                <td>{sayDays(first_day, last_day, spoken)}</td>
                <th scope="row">
                  <Link
                    to="/contracts/$contract/requests/$request/people"
                    params={{ contract: contract.id, request: request_id }}
                  >
                    {number} {title}
                  </Link>
                </th>
                <td>{task}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}

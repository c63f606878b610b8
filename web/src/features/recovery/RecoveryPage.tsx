import "./recovery.css";
import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { recoveryQuery } from "../../api/recovery";
import type {
  RecoveryEditionRow,
  RecoveryFamily,
  RecoveryFamilyModel,
  RecoveryOverview,
} from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Page } from "../../ui/Page";
import { QuotaBars } from "../../ui/QuotaBars";
import { Table } from "../../ui/Table";
import { PlanDialog } from "./edition-dialogs";
import { moreEditionsQuery } from "./recovery.queries";
import { editionOrigin, recoveryText } from "./recovery.text";
import { StateChip } from "./StateChip";
import { MasterDialog } from "./unit-dialogs";

export default function RecoveryPage() {
  const t = useText(recoveryText);
  const contract = useContractId();
  const { data } = useSuspenseQuery(recoveryQuery(contract));
  const [planning, setPlanning] = useState<"first" | "update">();
  const has = data.families.length > 0;
  return (
    <Page
      title={t("title")}
      actions={
        data.may_keep && (
          <>
            <Button look="solid" onClick={() => setPlanning("update")}>
              {t("plan")}
            </Button>
            <Button onClick={() => setPlanning("first")}>{t("enterFirst")}</Button>
          </>
        )
      }
    >
      <div className="stack">
        <p className="quiet">{has ? t("about") : t("none")}</p>
        {has && (
          <>
            {data.quotas.length > 0 && <QuotaBars items={data.quotas} runs={{ actual: 0 }} />}
            <Families contract={contract} data={data} />
            <CarryingMedia contract={contract} media={data.media} />
            <History contract={contract} first={data.editions} next={data.next_editions ?? null} />
          </>
        )}
      </div>
      {planning && (
        <PlanDialog
          contract={contract}
          families={data.families}
          origin={planning}
          onClose={() => setPlanning(undefined)}
        />
      )}
    </Page>
  );
}

function Families({ contract, data }: { contract: string; data: RecoveryOverview }) {
  const t = useText(recoveryText);
  const [naming, setNaming] = useState<{ family: RecoveryFamily; model: RecoveryFamilyModel }>();
  return (
    <Block title={t("families")}>
      <Table caption={t("families")}>
        <thead>
          <tr>
            <th scope="col">{t("family")}</th>
            <th scope="col">{t("model")}</th>
            <th scope="col">{t("current")}</th>
            <th scope="col">{t("underWay")}</th>
            <th scope="col">{t("spares")}</th>
            <th scope="col">{t("master")}</th>
            <th scope="col">{t("media")}</th>
          </tr>
        </thead>
        <tbody>
          {data.families.flatMap((family) =>
            family.models.map((model) => (
              <FamilyRow
                key={`${family.id} ${model.model}`}
                contract={contract}
                family={family}
                model={model}
                onName={data.may_keep ? () => setNaming({ family, model }) : undefined}
              />
            )),
          )}
        </tbody>
      </Table>
      <p className="field-hint">{t("sharedHint")}</p>
      {naming && <MasterDialog contract={contract} {...naming} onClose={() => setNaming(undefined)} />}
    </Block>
  );
}

interface FamilyRowProps {
  contract: string;
  family: RecoveryFamily;
  model: RecoveryFamilyModel;
  onName: (() => void) | undefined;
}

function FamilyRow({ contract, family, model, onName }: FamilyRowProps) {
  const t = useText(recoveryText);
  const say = useSay();
  const { master } = model;
  return (
    <tr>
      <th scope="row">{say(family.label)}</th>
      <td>{model.model}</td>
      <td>{model.current ? <EditionLink contract={contract} edition={model.current} /> : t("noCurrent")}</td>
      <td>
        {model.under_way && (
          <>
            <EditionLink contract={contract} edition={model.under_way} />{" "}
            <StateChip state={model.under_way.state} />
          </>
        )}
      </td>
      <td>
        <Spares contract={contract} model={model} />
      </td>
      <td>
        {master ? (
          <>
            <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: master.device_id }}>
              {master.number}
            </Link>{" "}
            <small>{[master.site, master.place].filter(Boolean).join(" ")}</small>
          </>
        ) : (
          t("masterNone")
        )}{" "}
        {onName && (
          <Button
            size="sm"
            aria-label={t("nameMasterOf", { family: `${say(family.label)} ${model.model}` })}
            onClick={onName}
          >
            {t(master ? "changeMaster" : "nameMaster")}
          </Button>
        )}
      </td>
      <td className="number">{t("mediaCount", { count: model.media })}</td>
    </tr>
  );
}

const mostNamed = 5;

function Spares({ contract, model }: { contract: string; model: RecoveryFamilyModel }) {
  const t = useText(recoveryText);
  if (model.spares === 0) return <span className="quiet">{t("noSpares")}</span>;
  if (model.target === "") return <>{model.spares}</>;
  const more = model.behind.length - mostNamed;
  return (
    <>
      {t("sparesDone", { done: model.spares_done, spares: model.spares })}
      <div className="recovery-bar" aria-hidden="true">
        <span style={{ width: `${(100 * model.spares_done) / model.spares}%` }} />
      </div>
      {model.behind.length > 0 && (
        <small className="recovery-behind">
          {t("behind")}
          {model.behind.slice(0, mostNamed).map((unit) => (
            <span key={unit.device_id}>
              <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: unit.device_id }}>
                {unit.number}
              </Link>{" "}
            </span>
          ))}
          {more > 0 && t("behindMore", { count: more })}
        </small>
      )}
    </>
  );
}

function EditionLink({ contract, edition }: { contract: string; edition: RecoveryEditionRow }) {
  return (
    <Link to="/contracts/$contract/recovery/$edition" params={{ contract, edition: edition.id }}>
      {edition.number}
    </Link>
  );
}

/** The media of the register that carry an edition: where each is, and whether its edition is still the current one. */
function CarryingMedia({ contract, media }: { contract: string; media: RecoveryOverview["media"] }) {
  const t = useText(recoveryText);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <Block title={t("media")} count={t("mediaCount", { count: media.length })}>
      {media.length === 0 ? (
        <p className="quiet">{t("noMediaAtAll")}</p>
      ) : (
        <Table caption={t("media")}>
          <thead>
            <tr>
              <th scope="col">{t("medium")}</th>
              <th scope="col">{t("family")}</th>
              <th scope="col">{t("number")}</th>
              <th scope="col">{t("mediumContent")}</th>
              <th scope="col">{t("mediumPlace")}</th>
              <th scope="col">{t("writtenAt")}</th>
            </tr>
          </thead>
          <tbody>
            {media.map((medium) => (
              <tr key={medium.medium_id}>
                <th scope="row">
                  <Link
                    to="/contracts/$contract/media/$medium"
                    params={{ contract, medium: medium.medium_id }}
                  >
                    {medium.label}
                  </Link>
                </th>
                <td>{say(medium.family_label)}</td>
                <td>
                  <Link
                    to="/contracts/$contract/recovery/$edition"
                    params={{ contract, edition: medium.edition_id }}
                  >
                    {medium.number}
                  </Link>{" "}
                  {medium.outdated && (
                    <Chip tone="yellow" sign="△">
                      {t("outdated")}
                    </Chip>
                  )}
                </td>
                <td>{medium.name}</td>
                <td>{medium.holder || medium.storage_place}</td>
                <td>{sayInstant(medium.written_at, spoken)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}

interface HistoryProps {
  contract: string;
  first: readonly RecoveryEditionRow[];
  /** The cursor of the editions behind the first ones. */
  next: string | null;
}

function History({ contract, first, next }: HistoryProps) {
  const [asked, setAsked] = useState(false);
  const more = useInfiniteQuery({
    ...moreEditionsQuery(contract, next ?? ""),
    enabled: asked && next !== null,
  });
  const editions = [...first, ...(more.data?.pages.flatMap(({ items }) => items) ?? [])];
  const goesOn = next !== null && (!more.data || more.hasNextPage);
  const show = () => (asked ? void more.fetchNextPage() : setAsked(true));
  const t = useText(recoveryText);
  const origin = useText(editionOrigin);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <Block title={t("history")} count={goesOn ? `${editions.length}+` : editions.length}>
      {editions.length === 0 ? (
        <p className="quiet">{t("noEditions")}</p>
      ) : (
        <Table caption={t("history")}>
          <thead>
            <tr>
              <th scope="col">{t("family")}</th>
              <th scope="col">{t("number")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col">{t("origin")}</th>
              <th scope="col">{t("model")}</th>
              <th scope="col">{t("changes")}</th>
              <th scope="col">{t("job")}</th>
              <th scope="col">{t("plannedOn")}</th>
              <th scope="col">{t("releasedOn")}</th>
            </tr>
          </thead>
          <tbody>
            {editions.map((edition) => (
              <tr key={edition.id}>
                <td>{say(edition.family_label)}</td>
                <th scope="row">
                  <EditionLink contract={contract} edition={edition} />
                </th>
                <td>
                  <StateChip state={edition.state} />
                </td>
                <td>{origin(edition.origin)}</td>
                <td>{edition.model}</td>
                <td>{edition.changes}</td>
                <td>{edition.request_number}</td>
                <td>{sayDay(edition.planned_on, spoken)}</td>
                <td>{edition.released_on && sayDay(edition.released_on, spoken)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {more.isError && <ProblemBanner problem={problemOf(more.error)} />}
      {goesOn && (
        <Button size="sm" busy={more.isFetching} onClick={show}>
          {t("moreEditions")}
        </Button>
      )}
    </Block>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { useRowMutation } from "../../api/row-mutation";
import type { SiteFloor, SiteLayout } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { siteLayoutQuery } from "../../parts/seats.queries";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { FileDrop } from "../../ui/FileDrop";
import { Block } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { layoutText } from "./layout.text";
import { bodyOf, draftOf, type FloorDraft, isChanged, savedFloor, shifted } from "./layout-draft";
import { PlanEditor } from "./PlanEditor";
import { SeatTable } from "./SeatTable";
import { putPlan, removePlan, writeLayout } from "./site.queries";

interface Props {
  contract: string;
  site: string;
  layout: SiteLayout;
}

let made = 0;
/** A key for what has no id yet. */
const newKey = (): string => `new-${++made}`;

export function LayoutEditor({ contract, site, layout }: Props) {
  const t = useText(layoutText);
  const client = useQueryClient();
  const [floors, setFloors] = useState(() => draftOf(layout));
  const changed = isChanged(floors, layout);
  const take = (next: SiteLayout) => {
    client.setQueryData(siteLayoutQuery(contract, site).queryKey, next);
    void client.invalidateQueries({ queryKey: ["site", contract, site] });
  };
  const save = useRowMutation(
    layout,
    (over, draft: readonly FloorDraft[]) => writeLayout(contract, site, over.version, bodyOf(draft)),
    {
      written: changed,
      onConflict: () => client.invalidateQueries({ queryKey: ["site", contract, site] }),
      onSuccess: (next) => {
        take(next);
        setFloors(draftOf(next));
        announce(message(layoutText, "saved"));
      },
    },
  );
  const problem = save.error ? problemOf(save.error) : undefined;
  const change = (key: string, part: Partial<FloorDraft>) =>
    setFloors((before) => before.map((floor) => (floor.key === key ? { ...floor, ...part } : floor)));
  const add = () =>
    setFloors((before) => [
      ...before,
      { key: newKey(), name: t("newFloor", { at: before.length + 1 }), seats: [] },
    ]);
  return (
    <>
      {problem &&
        (problem.isConflict ? (
          <Banner tone="warning">{t("conflict")}</Banner>
        ) : (
          <ProblemBanner problem={problem} />
        ))}
      {floors.map((floor, at) => (
        <FloorEditor
          key={floor.key}
          contract={contract}
          site={site}
          floor={floor}
          saved={savedFloor(layout, floor)}
          version={layout.version}
          changed={changed}
          onChange={(part) => change(floor.key, part)}
          onMove={(by) => setFloors((before) => shifted(before, at, by))}
          onRemove={() => setFloors((before) => before.filter(({ key }) => key !== floor.key))}
          onPlan={take}
          newKey={newKey}
        />
      ))}
      <div className="actions">
        <Button onClick={add}>{t("addFloor")}</Button>
        <Button look="solid" busy={save.isPending} onClick={() => save.mutate(floors)}>
          {t("save")}
        </Button>
        <Link
          {...buttonLook("outline")}
          to="/contracts/$contract/sites/$site"
          params={{ contract, site }}
          search={{}}
        >
          {t("back")}
        </Link>
        {changed && <span role="status">{t("unsaved")}</span>}
      </div>
    </>
  );
}

interface FloorProps {
  contract: string;
  site: string;
  floor: FloorDraft;
  saved: SiteFloor | undefined;
  version: number;
  /** Whether anything is not saved yet. */
  changed: boolean;
  onChange: (part: Partial<FloorDraft>) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
  onPlan: (next: SiteLayout) => void;
  newKey: () => string;
}

function FloorEditor({ floor, saved, onChange, onMove, onRemove, newKey, ...props }: FloorProps) {
  const t = useText(layoutText);
  const plan = saved?.plan;
  return (
    <Block title={floor.name || t("floor")}>
      <div className="floor-edit">
        <div className="floor-head">
          <TextField
            name={`floor-${floor.key}`}
            label={t("floorName")}
            value={floor.name}
            maxLength={60}
            onChange={(name) => onChange({ name })}
          />
          <Button size="sm" aria-label={t("upOf", { floor: floor.name })} onClick={() => onMove(-1)}>
            {t("up")}
          </Button>
          <Button size="sm" aria-label={t("downOf", { floor: floor.name })} onClick={() => onMove(1)}>
            {t("down")}
          </Button>
          <Button size="sm" aria-label={t("removeOf", { name: floor.name })} onClick={onRemove}>
            {t("remove")}
          </Button>
        </div>
        {saved && plan && (
          <PlanEditor
            contract={props.contract}
            site={props.site}
            floor={saved.id}
            name={floor.name}
            plan={plan}
            seats={floor.seats}
            onChange={(seats) => onChange({ seats })}
          />
        )}
        <SeatTable
          floor={floor.name}
          seats={floor.seats}
          hasPlan={Boolean(plan)}
          onChange={(seats) => onChange({ seats })}
          newKey={newKey}
        />
        {saved ? <PlanFile {...props} floor={saved} /> : <p className="quiet">{t("planFirst")}</p>}
      </div>
    </Block>
  );
}

interface PlanFileProps {
  contract: string;
  site: string;
  floor: SiteFloor;
  version: number;
  onPlan: (next: SiteLayout) => void;
}

/** The picture of a floor is saved at once; what is written about the seats stays as it is. */
function PlanFile({ contract, site, floor, version, onPlan }: PlanFileProps) {
  const t = useText(layoutText);
  const where = { site, floor: floor.id, version };
  const put = useMutation({
    mutationFn: (file: File) => putPlan(contract, where, file),
    onSuccess: (next) => {
      onPlan(next);
      announce(message(layoutText, "planPut"));
    },
  });
  const remove = useMutation({
    mutationFn: () => removePlan(contract, where),
    onSuccess: (next) => {
      onPlan(next);
      announce(message(layoutText, "planRemoved"));
    },
  });
  const error = put.error ?? remove.error;
  return (
    <>
      {error && <ProblemBanner problem={problemOf(error)} />}
      <FileDrop
        label={t("plan")}
        hint={t("planHint")}
        accept="image/png,image/jpeg,image/webp"
        onFiles={([file]) => file && put.mutate(file)}
      />
      {floor.plan && (
        <p>
          {floor.plan.name}{" "}
          <Button
            size="sm"
            busy={remove.isPending}
            aria-label={t("planRemoveOf", { floor: floor.name })}
            onClick={() => remove.mutate()}
          >
            {t("planRemove")}
          </Button>
        </p>
      )}
    </>
  );
}

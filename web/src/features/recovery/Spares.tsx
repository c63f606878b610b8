import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useContractDay } from "../../api/contract";
import { useSession } from "../../api/session";
import type { ApplyRecoveryEdition, RecoveryEdition, RecoveryUnit } from "../../api/types";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { DateField } from "../../ui/DateField";
import { TextField } from "../../ui/Field";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { dayOf, missing, useRefresh } from "./edition-dialogs";
import { applyEdition } from "./recovery.queries";
import { recoveryText } from "./recovery.text";
import { UnitField } from "./unit-dialogs";

interface Props {
  contract: string;
  edition: RecoveryEdition;
}

/** Every lent spare of the edition's model, and whether the edition is on it. */
export function Spares({ contract, edition }: Props) {
  const t = useText(recoveryText);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [applying, setApplying] = useState<readonly RecoveryUnit[]>();
  const open = edition.spares.filter(({ standing }) => standing !== "applied");
  const marked = open.filter(({ device_id }) => chosen.includes(device_id));
  const done = edition.spares.length - open.length;
  return (
    <Block
      title={t("spares")}
      count={t("sparesDone", { done, spares: edition.spares.length })}
      actions={
        edition.may_apply && (
          <div className="actions no-print">
            {marked.length > 0 && (
              <Button look="solid" size="sm" onClick={() => setApplying(marked)}>
                {t("apply")}
              </Button>
            )}
            <Button size="sm" onClick={() => setApplying([])}>
              {t("applyOther")}
            </Button>
          </div>
        )
      }
    >
      {edition.spares.length === 0 ? (
        <p className="quiet">{t("noSparesHere")}</p>
      ) : (
        <>
          <div className="recovery-bar" aria-hidden="true">
            <span style={{ width: `${(100 * done) / edition.spares.length}%` }} />
          </div>
          <Table caption={t("spares")}>
            <thead>
              <tr>
                <th scope="col">{t("unit")}</th>
                <th scope="col">{t("checked")}</th>
                <th scope="col">{t("place")}</th>
                <th scope="col">{t("edition")}</th>
                <th scope="col">{t("appliedOn")}</th>
                <th scope="col">{t("appliedBy")}</th>
                {edition.may_apply && (
                  <th scope="col" className="no-print">
                    {t("settle")}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {edition.spares.map((unit) => (
                <SpareRow
                  key={unit.device_id}
                  contract={contract}
                  unit={unit}
                  mayApply={edition.may_apply}
                  marked={chosen.includes(unit.device_id)}
                  onMark={(mark) =>
                    setChosen((before) =>
                      mark ? [...before, unit.device_id] : before.filter((each) => each !== unit.device_id),
                    )
                  }
                  onApply={() => setApplying([unit])}
                />
              ))}
            </tbody>
          </Table>
        </>
      )}
      <p className="field-hint">{t("inServiceDone", { count: edition.in_service_done })}</p>
      {applying && (
        <ApplyDialog
          contract={contract}
          edition={edition}
          units={applying}
          onClose={() => {
            setApplying(undefined);
            setChosen([]);
          }}
        />
      )}
    </Block>
  );
}

interface SpareRowProps {
  contract: string;
  unit: RecoveryUnit;
  mayApply: boolean;
  marked: boolean;
  onMark: (mark: boolean) => void;
  onApply: () => void;
}

function SpareRow({ contract, unit, mayApply, marked, onMark, onApply }: SpareRowProps) {
  const t = useText(recoveryText);
  const spoken = useLanguage();
  const has = unit.standing === "applied";
  return (
    <tr>
      <th scope="row">
        {mayApply && !has && (
          <input
            type="checkbox"
            aria-label={t("chooseSpare", { number: unit.number })}
            checked={marked}
            onChange={(event) => onMark(event.target.checked)}
          />
        )}{" "}
        <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: unit.device_id }}>
          {unit.number}
        </Link>
      </th>
      <td>
        <Chip tone={has ? "green" : "red"} sign={has ? "○" : "×"}>
          {t(has ? "applyOne" : "open")}
        </Chip>
      </td>
      <td>{[unit.site, unit.place].filter(Boolean).join(" ")}</td>
      <td>{unit.edition || t("unknown")}</td>
      <td>{unit.applied_on && sayDay(unit.applied_on, spoken)}</td>
      <td>{unit.applied_by}</td>
      {mayApply && (
        <td className="no-print">
          {!has && (
            <Button size="sm" aria-label={t("applyOf", { number: unit.number })} onClick={onApply}>
              {t("applyOne")}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}

interface ApplyProps extends Props {
  /** None: one is looked for. */
  units: readonly RecoveryUnit[];
  onClose: () => void;
}

function ApplyDialog({ contract, edition, units, onClose }: ApplyProps) {
  const t = useText(recoveryText);
  const { person } = useSession();
  const present = useContractDay();
  const refresh = useRefresh(contract);
  const mutation = useMutation({
    mutationFn: (body: ApplyRecoveryEdition) => applyEdition(contract, edition.id, body),
    onSuccess: refresh,
  });
  return (
    <FormDialog
      title={t(units.length === 0 ? "applyOther" : "apply")}
      submit={t("applyOne")}
      initial={{ unit: "", on: present, person: person.name }}
      validate={(values) =>
        missing(values, {
          ...(units.length === 0 && { unit: message(recoveryText, "unit") }),
          on: message(recoveryText, "appliedOn"),
          person: message(recoveryText, "appliedBy"),
        })
      }
      mutation={mutation}
      input={({ unit, on, person: who }) => ({
        devices: units.length === 0 ? [unit] : units.map(({ device_id }) => device_id),
        on: dayOf(on),
        person: who,
      })}
      done={message(recoveryText, "appliedDone")}
      onClose={onClose}
    >
      {(form) => (
        <>
          {units.length === 0 ? (
            <UnitField contract={contract} model={edition.model} bound={form.bind("unit")} />
          ) : (
            <p>
              {t("chosen", { count: units.length, numbers: units.map(({ number }) => number).join("、") })}
            </p>
          )}
          <DateField {...form.bind("on")} label={t("appliedOn")} required />
          <TextField {...form.bind("person")} label={t("appliedBy")} required maxLength={200} />
        </>
      )}
    </FormDialog>
  );
}

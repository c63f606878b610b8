import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Message } from "../../lib/i18n";
import { useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { FieldGroup, SelectField, TextField } from "../../ui/Field";
import type { TypedVisitor } from "./typed-visit";
import { rosterQuery } from "./visit.queries";
import { visitText } from "./visit.text";

interface Props {
  contract: string;
  name: string;
  value: TypedVisitor[];
  error: Message | undefined;
  onChange: (value: TypedVisitor[]) => void;
}

/** Who goes: people of the roster are chosen, others are written. */
export function PeopleField({ contract, value, onChange, ...field }: Props) {
  const t = useText(visitText);
  const { data } = useQuery(rosterQuery(contract));
  const [typed, setTyped] = useState("");
  const roster = (data?.items ?? []).filter(
    ({ presence, id }) => presence === "in_force" && !value.some(({ worker_id }) => worker_id === id),
  );
  const add = (visitor: Omit<TypedVisitor, "minutes">) => onChange([...value, { ...visitor, minutes: "" }]);
  const addTyped = () => {
    if (typed.trim() === "") return;
    add({ worker_id: "", name: typed.trim() });
    setTyped("");
  };
  return (
    <FieldGroup {...field} label={t("people")} required>
      {value.length === 0 ? (
        <p className="quiet">{t("nobody")}</p>
      ) : (
        <ul className="visit-people">
          {value.map(({ worker_id, name }, place) => (
            <li key={worker_id || name}>
              {name}{" "}
              <Button
                size="sm"
                aria-label={t("remove", { name })}
                onClick={() => onChange(value.filter((_, at) => at !== place))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      {roster.length > 0 && (
        <SelectField
          name="roster"
          label={t("addFromRoster")}
          none={t("choose")}
          value=""
          options={roster.map(({ id, entry }) => ({ value: id, label: `${entry.name}（${entry.company}）` }))}
          onChange={(id) => {
            const chosen = roster.find((each) => each.id === id);
            if (chosen) add({ worker_id: id, name: chosen.entry.name });
          }}
        />
      )}
      <div className="visit-add">
        <TextField name="other" label={t("addByName")} value={typed} onChange={setTyped} maxLength={200} />
        <Button onClick={addTyped}>{t("add")}</Button>
      </div>
    </FieldGroup>
  );
}

import { useQuery } from "@tanstack/react-query";
import { today, useSession } from "../../api/session";
import type { Medium } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { DateField } from "../../ui/DateField";
import { ChoiceField, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { Loading } from "../../ui/Page";
import { moveMedium, openRequestsQuery, planUse, recordCheck, recordUse } from "./media.queries";
import { mediaText, moveWord, verdictWord } from "./media.text";
import { missing, wallClockNow, wrongDays } from "./moments";
import { RecordDialog } from "./RecordDialog";
import { registerText } from "./register.text";

interface Props {
  contract: string;
  medium: Medium;
  onClose: () => void;
}

const rowOf = (contract: string, { id }: Medium) => ({ contract, kind: "media" as const, id });

const opensIncident = (move: string): boolean => move === "lost" || move === "damaged" || move === "leaked";

/** Who took it where, brought it back, wrote on it, lost it. */
export function MoveDialog({ contract, medium, onClose }: Props) {
  const t = useText(mediaText);
  const shared = useText(registerText);
  const word = useText(moveWord);
  const { person } = useSession();
  const first = medium.moves[0] ?? "taken_out";
  return (
    <RecordDialog
      row={rowOf(contract, medium)}
      over={medium}
      title={t("move")}
      initial={{ move: first as string, at: wallClockNow(), person: person.name, place: "", note: "" }}
      validate={(values) =>
        missing(values, {
          at: message(registerText, "at"),
          person: message(registerText, "person"),
          place: message(registerText, "place"),
          note: message(registerText, "note"),
        })
      }
      send={(values, opened) =>
        moveMedium(contract, opened, { ...values, move: values.move as Medium["moves"][number] })
      }
      done={message(mediaText, "moved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("move")}
            label={t("moveKind")}
            hint={opensIncident(form.values.move) ? t("moveIncidentHint") : undefined}
            options={medium.moves.map((value) => ({ value, label: word(value) }))}
          />
          <MomentField {...form.bind("at")} label={shared("at")} required />
          <TextField {...form.bind("person")} label={shared("person")} required maxLength={200} />
          <TextField {...form.bind("place")} label={shared("place")} required maxLength={200} />
          <TextAreaField {...form.bind("note")} label={shared("note")} required rows={2} maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

/** A check that somebody made with another tool. */
export function ManualCheckDialog({ contract, medium, onClose }: Props) {
  const t = useText(mediaText);
  const word = useText(verdictWord);
  const { person } = useSession();
  return (
    <RecordDialog
      row={rowOf(contract, medium)}
      title={t("manual")}
      initial={{
        checked_at: wallClockNow(),
        checked_by: person.name,
        tool: "",
        definitions_on: today(),
        verdict: "" as "" | "clean" | "infected",
        note: "",
      }}
      validate={(values) => ({
        ...missing(values, {
          checked_at: message(mediaText, "checkedAt"),
          checked_by: message(mediaText, "checkedBy"),
          tool: message(mediaText, "tool"),
          definitions_on: message(mediaText, "definitions"),
          ...(medium.scanner && { note: message(mediaText, "manualReason") }),
        }),
        ...wrongDays(values, { definitions_on: message(mediaText, "definitions") }),
        ...(values.verdict === "" && {
          verdict: message(registerText, "choose", { label: message(mediaText, "verdict") }),
        }),
      })}
      send={(values) =>
        recordCheck(contract, medium.id, { ...values, verdict: values.verdict || "infected" })
      }
      done={message(mediaText, "manualDone")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <MomentField {...form.bind("checked_at")} label={t("checkedAt")} required />
          <TextField {...form.bind("checked_by")} label={t("checkedBy")} required maxLength={200} />
          <TextField {...form.bind("tool")} label={t("tool")} required maxLength={200} />
          <DateField {...form.bind("definitions_on")} label={t("definitions")} required />
          <ChoiceField<"" | "clean" | "infected">
            {...form.bind("verdict")}
            label={t("verdict")}
            required
            options={[
              { value: "clean", label: word("clean") },
              { value: "infected", label: word("infected") },
            ]}
          />
          <TextAreaField
            {...form.bind("note")}
            label={medium.scanner ? t("manualReason") : t("note")}
            required={medium.scanner}
            rows={2}
            maxLength={1000}
          />
        </>
      )}
    </RecordDialog>
  );
}

/** That a medium will be used for a job. */
export function PlanDialog({ contract, medium, onClose }: Props) {
  const t = useText(mediaText);
  const { data } = useQuery(openRequestsQuery(contract));
  if (!data) return <Loading />;
  return (
    <RecordDialog
      row={rowOf(contract, medium)}
      title={t("plan")}
      initial={{ request_id: "", planned_at: wallClockNow(), purpose: medium.purpose }}
      validate={(values) => ({
        ...missing(values, {
          planned_at: message(mediaText, "plannedAt"),
          purpose: message(mediaText, "usePurpose"),
        }),
        ...(values.request_id === "" && {
          request_id: message(registerText, "choose", { label: message(mediaText, "job") }),
        }),
      })}
      send={(values) => planUse(contract, medium.id, values)}
      done={message(mediaText, "planned")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("request_id")}
            label={t("job")}
            hint={t("jobHint")}
            none=""
            required
            options={data.items.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
          />
          <MomentField {...form.bind("planned_at")} label={t("plannedAt")} required />
          <TextField {...form.bind("purpose")} label={t("usePurpose")} required maxLength={500} />
        </>
      )}
    </RecordDialog>
  );
}

/** That a planned use took place. */
export function UseDialog({ contract, medium, use, onClose }: Props & { use: string }) {
  const t = useText(mediaText);
  const { person } = useSession();
  return (
    <RecordDialog
      row={rowOf(contract, medium)}
      title={t("recordUse")}
      initial={{ used_at: wallClockNow(), used_by: person.name }}
      validate={(values) =>
        missing(values, { used_at: message(mediaText, "usedAt"), used_by: message(mediaText, "usedBy") })
      }
      send={(values) => recordUse(contract, medium.id, use, values)}
      done={message(mediaText, "useRecorded")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <MomentField {...form.bind("used_at")} label={t("usedAt")} required />
          <TextField {...form.bind("used_by")} label={t("usedBy")} required maxLength={200} />
        </>
      )}
    </RecordDialog>
  );
}

import { api, ask } from "../../api/client";
import { useContractDay } from "../../api/contract";
import type { RecordPart, Unit, UnitFacts, UnitPart } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { DateField } from "../../ui/DateField";
import { ChoiceField, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { EditionField } from "./EditionField";
import { addPart, changePart, giveAddress, putFacts, renewUnit } from "./facts.queries";
import { factsText, partKind, partKinds } from "./facts.text";
import { missing, wrongDays } from "./moments";
import { RecordDialog } from "./RecordDialog";

type Key = keyof typeof factsText & string;
const label = (key: Key) => message(factsText, key as "serial");
/** A day as it was written; none for an empty field. */
const day = (written: string): string | null => (written ? (parseWrittenDay(written) ?? written) : null);
const onDay = (written: string): string => parseWrittenDay(written) ?? written;

interface FactsDialogProps {
  contract: string;
  id: string;
  facts: UnitFacts;
  onClose: () => void;
}

export function DetailDialog({ contract, id, facts, onClose }: FactsDialogProps) {
  const t = useText(factsText);
  const yesNo = [
    { value: "yes", label: t("yes") },
    { value: "no", label: t("no") },
  ];
  return (
    <RecordDialog
      row={{ contract, kind: "register", id }}
      over={facts}
      title={t("edit")}
      initial={{
        serial: facts.serial,
        type_number: facts.type_number,
        bought_on: facts.bought_on ?? "",
        warranty_ends_on: facts.warranty_ends_on ?? "",
        wire: facts.wire == null ? "" : facts.wire ? "yes" : "no",
        spare_key: facts.spare_key ? "yes" : "no",
        medium_edition: facts.medium_edition,
        remarks: facts.remarks,
      }}
      validate={(values) =>
        wrongDays(values, { bought_on: label("boughtOn"), warranty_ends_on: label("warranty") })
      }
      send={(values, opened) =>
        putFacts(contract, id, opened, {
          ...values,
          bought_on: day(values.bought_on),
          warranty_ends_on: day(values.warranty_ends_on),
          wire: values.wire === "" ? null : values.wire === "yes",
          spare_key: values.spare_key === "yes",
        })
      }
      done={message(factsText, "edited")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField {...form.bind("serial")} label={t("serial")} maxLength={100} />
          <TextField {...form.bind("type_number")} label={t("typeNumber")} maxLength={100} />
          <DateField {...form.bind("bought_on")} label={t("boughtOn")} />
          <DateField {...form.bind("warranty_ends_on")} label={t("warranty")} />
          <SelectField {...form.bind("wire")} label={t("wire")} none="" options={yesNo} />
          <SelectField {...form.bind("spare_key")} label={t("spareKey")} options={yesNo} />
          <EditionField
            contract={contract}
            unit={id}
            bound={form.bind("medium_edition")}
            label={t("medium")}
            hint={t("mediumHint")}
          />
          <TextAreaField {...form.bind("remarks")} label={t("remarks")} rows={2} maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

interface AddressProps {
  contract: string;
  unit: Unit;
  facts: UnitFacts;
  onClose: () => void;
}

export function AddressDialog({ contract, unit, facts, onClose }: AddressProps) {
  const presentDay = useContractDay();
  const t = useText(factsText);
  return (
    <RecordDialog
      row={{ contract, kind: "register", id: unit.id }}
      title={t("changeAddress")}
      initial={{ on: presentDay, address: facts.address, note: "" }}
      validate={(values) => ({
        ...missing(values, { on: label("since") }),
        ...wrongDays(values, { on: label("since") }),
      })}
      send={(values) => giveAddress(contract, unit.id, { ...values, on: onDay(values.on) })}
      done={message(factsText, "addressed")}
      onClose={onClose}
    >
      {(form) => (
        <>
          {facts.site_addresses && (
            <p>
              {t("siteRange")}: {facts.site_addresses}
            </p>
          )}
          <DateField {...form.bind("on")} label={t("since")} required />
          <TextField {...form.bind("address")} label={t("address")} hint={t("addressHint")} maxLength={60} />
          <TextAreaField {...form.bind("note")} label={t("note")} optional rows={2} maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

interface PartProps {
  contract: string;
  id: string;
  part: UnitPart | undefined;
  onClose: () => void;
}

export function PartDialog({ contract, id, part, onClose }: PartProps) {
  const presentDay = useContractDay();
  const t = useText(factsText);
  const kind = useText(partKind);
  return (
    <RecordDialog
      row={{ contract, kind: "register", id }}
      over={part}
      title={t(part ? "changePart" : "addPart")}
      initial={{
        kind: (part?.kind ?? "card_reader") as string,
        model: part?.model ?? "",
        serial: part?.serial ?? "",
        from: part?.from ?? presentDay,
        to: part?.to ?? "",
      }}
      validate={(values) => ({
        ...missing(values, { model: label("model"), from: label("attached") }),
        ...wrongDays(values, { from: label("attached"), to: label("takenOff") }),
      })}
      send={(values, opened) => {
        const body = {
          ...values,
          kind: values.kind as RecordPart["kind"],
          from: onDay(values.from),
          to: day(values.to),
        };
        return opened ? changePart(contract, id, opened, body) : addPart(contract, id, body);
      }}
      done={message(factsText, "partSaved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("kind")}
            label={t("kind")}
            options={partKinds.map((value) => ({ value, label: kind(value) }))}
          />
          <TextField {...form.bind("model")} label={t("model")} required maxLength={200} />
          <TextField {...form.bind("serial")} label={t("serial")} optional maxLength={100} />
          <DateField {...form.bind("from")} label={t("attached")} required />
          <DateField {...form.bind("to")} label={t("takenOff")} />
        </>
      )}
    </RecordDialog>
  );
}

interface RenewProps {
  contract: string;
  unit: Unit;
  renewal: UnitFacts["renewals"][number];
  onClose: () => void;
}

type How = "stays" | "new" | "there";

/** The id of the device with a number; the server refuses what is none. */
async function idOf(contract: string, number: string): Promise<string> {
  const page = await ask(
    api.GET("/api/v1/contracts/{contract}/register", {
      params: { path: { contract }, query: { q: number, limit: 200 } },
    }),
  );
  return page.items.find((each) => each.number === number)?.id ?? number;
}

/** Records the renewal of one device: another machine under its id, or another device in its place. */
export function RenewDialog({ contract, unit, renewal, onClose }: RenewProps) {
  const presentDay = useContractDay();
  const t = useText(factsText);
  return (
    <RecordDialog
      row={{ contract, kind: "register", id: unit.id }}
      title={t("renew")}
      initial={{
        on: presentDay,
        how: "stays" as How,
        number: "",
        model: renewal.model,
        type_number: renewal.type_number,
        serial: "",
        note: "",
      }}
      validate={(values) => ({
        ...missing(values, { on: label("renewedOn") }),
        ...wrongDays(values, { on: label("renewedOn") }),
        ...(values.how !== "stays" &&
          missing(values, { number: label(values.how === "new" ? "newNumber" : "successor") })),
      })}
      send={async ({ how, number, on, ...values }) =>
        renewUnit(contract, unit.id, {
          ...values,
          generation: renewal.generation,
          on: onDay(on),
          ...(how === "new" && { successor_number: number }),
          ...(how === "there" && { successor_id: await idOf(contract, number) }),
        })
      }
      done={message(factsText, "renewed")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField {...form.bind("on")} label={t("renewedOn")} required />
          {renewal.ends ? (
            <p>{t("ends")}</p>
          ) : (
            <>
              <ChoiceField<How>
                {...form.bind("how")}
                label={t("how")}
                options={[
                  { value: "stays", label: t("howStays") },
                  { value: "new", label: t("howNew") },
                  { value: "there", label: t("howThere") },
                ]}
              />
              {form.values.how !== "stays" && (
                <TextField
                  {...form.bind("number")}
                  label={t(form.values.how === "new" ? "newNumber" : "successor")}
                  required
                  maxLength={60}
                />
              )}
              <TextField {...form.bind("model")} label={t("newModel")} maxLength={100} />
              <TextField {...form.bind("type_number")} label={t("newTypeNumber")} maxLength={100} />
              <TextField {...form.bind("serial")} label={t("newSerial")} optional maxLength={100} />
            </>
          )}
          <TextAreaField {...form.bind("note")} label={t("note")} optional rows={2} maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

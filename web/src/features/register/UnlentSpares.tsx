import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useContract } from "../../api/contract";
import { today } from "../../api/session";
import type { UnlentSpare } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { Check, FieldGroup, TextAreaField, TextField } from "../../ui/Field";
import { lendSpares, unlentSparesQuery } from "./loan.queries";
import { loanText } from "./loan.text";
import { missing, wrongDays } from "./moments";
import { RecordDialog } from "./RecordDialog";

const label = (key: keyof typeof loanText & string) => message(loanText, key as "number");

/** Says which spares the ledger of loans does not have, and enters them at once. */
export function UnlentSpares({ contract }: { contract: string }) {
  const t = useText(loanText);
  const { data } = useQuery(unlentSparesQuery(contract));
  const [lending, setLending] = useState<readonly UnlentSpare[] | undefined>();
  if (!data || data.items.length === 0) return null;
  return (
    <div className="no-print">
      <Banner tone="info">
        <p>{t("unlent", { count: data.items.length })}</p>
        {data.may_keep && (
          <Button size="sm" onClick={() => setLending(data.items)}>
            {t("lendSpares")}
          </Button>
        )}
      </Banner>
      {lending && (
        <LendSparesDialog contract={contract} spares={lending} onClose={() => setLending(undefined)} />
      )}
    </div>
  );
}

interface Props {
  contract: string;
  spares: readonly UnlentSpare[];
  onClose: () => void;
}

function LendSparesDialog({ contract, spares, onClose }: Props) {
  const t = useText(loanText);
  const profile = useContract();
  return (
    <RecordDialog
      row={{ contract, kind: "loans", id: "" }}
      title={t("lendSpares")}
      initial={{
        units: spares.map(({ id }) => id),
        lent_by: profile.words.city_section?.ja ?? "",
        lent_to: profile.words.contractor?.ja ?? "",
        holder: "",
        storage_place: "",
        lent_on: today(),
        due_back: "",
        note: "",
      }}
      validate={(values) => ({
        ...(values.units.length === 0 && { units: message(loanText, "chooseSpare") }),
        ...missing(values, {
          lent_by: label("lentBy"),
          lent_to: label("lentTo"),
          holder: label("holder"),
          lent_on: label("lentOn"),
        }),
        ...wrongDays(values, { lent_on: label("lentOn"), due_back: label("dueBack") }),
      })}
      send={(values) => lendSpares(contract, { ...values, due_back: values.due_back || null })}
      done={message(loanText, "sparesLent")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <FieldGroup name="units" label={t("spares")} required error={form.errors.units}>
            <div className="choices">
              {spares.map((spare) => (
                <Check
                  key={spare.id}
                  label={
                    <>
                      {[spare.number, spare.kind, spare.model, spare.site, spare.place]
                        .filter(Boolean)
                        .join(" ")}
                      {spare.entered && ` （${t("spareEntered")}）`}
                    </>
                  }
                  checked={form.values.units.includes(spare.id)}
                  onChange={(checked) =>
                    form.set({
                      units: checked
                        ? [...form.values.units, spare.id]
                        : form.values.units.filter((each) => each !== spare.id),
                    })
                  }
                />
              ))}
            </div>
          </FieldGroup>
          <TextField {...form.bind("lent_by")} label={t("lentBy")} required maxLength={200} />
          <TextField {...form.bind("lent_to")} label={t("lentTo")} required maxLength={200} />
          <TextField {...form.bind("holder")} label={t("holder")} required maxLength={200} />
          <TextField
            {...form.bind("storage_place")}
            label={t("storagePlace")}
            hint={t("spareStorageHint")}
            optional
            maxLength={200}
          />
          <DateField {...form.bind("lent_on")} label={t("lentOn")} required />
          <DateField {...form.bind("due_back")} label={t("dueBack")} optional />
          <TextAreaField {...form.bind("note")} label={t("note")} optional rows={2} maxLength={1000} />
        </>
      )}
    </RecordDialog>
  );
}

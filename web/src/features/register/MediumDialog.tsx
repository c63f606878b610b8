import { useNavigate } from "@tanstack/react-router";
import { useSession } from "../../api/session";
import type { Medium } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { Check, SelectField, TextField } from "../../ui/Field";
import { correctMedium, registerMedium } from "./media.queries";
import { mediaText, mediumKind } from "./media.text";
import { missing } from "./moments";
import { RecordDialog } from "./RecordDialog";
import { registerText } from "./register.text";

const kinds = ["usb", "cd", "dvd", "external_disk", "tape", "other"] as const;

/** Registers a medium, or corrects one. */
export function MediumDialog({
  contract,
  medium,
  onClose,
}: {
  contract: string;
  medium?: Medium;
  onClose: () => void;
}) {
  const t = useText(mediaText);
  const shared = useText(registerText);
  const kind = useText(mediumKind);
  const { person } = useSession();
  const navigate = useNavigate();
  return (
    <RecordDialog
      row={{ contract, kind: "media", id: medium?.id ?? "" }}
      over={medium}
      title={medium ? shared("correct") : t("register")}
      initial={{
        label: medium?.label ?? "",
        kind: (medium?.kind ?? "usb") as string,
        name: medium?.name ?? "",
        purpose: medium?.purpose ?? "",
        keeper: medium?.keeper ?? person.name,
        storage_place: medium?.storage_place ?? "",
        recovery: medium?.recovery ?? false,
      }}
      validate={(values) =>
        missing(values, {
          label: message(mediaText, "label"),
          name: message(mediaText, "name"),
          purpose: message(mediaText, "purpose"),
          keeper: message(mediaText, "keeper"),
          storage_place: message(mediaText, "storagePlace"),
        })
      }
      send={async (values, opened) => {
        const body = { ...values, kind: values.kind as Medium["kind"] };
        if (opened) return correctMedium(contract, opened, body);
        const made = await registerMedium(contract, body);
        return navigate({ to: "/contracts/$contract/media/$medium", params: { contract, medium: made.id } });
      }}
      done={message(mediaText, medium ? "corrected" : "registered")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField
            {...form.bind("label")}
            label={t("label")}
            hint={t("labelHint")}
            required
            maxLength={60}
            readOnly={medium !== undefined}
          />
          <SelectField
            {...form.bind("kind")}
            label={t("kind")}
            options={kinds.map((value) => ({ value, label: kind(value) }))}
          />
          <TextField {...form.bind("name")} label={t("name")} required maxLength={200} />
          <TextField {...form.bind("purpose")} label={t("purpose")} required maxLength={500} />
          <TextField {...form.bind("keeper")} label={t("keeper")} required maxLength={200} />
          <TextField {...form.bind("storage_place")} label={t("storagePlace")} required maxLength={200} />
          <Check
            label={t("recovery")}
            name="recovery"
            checked={form.values.recovery}
            onChange={(recovery) => form.set({ recovery })}
          />
        </>
      )}
    </RecordDialog>
  );
}

import { useId } from "react";
import { useText } from "../../lib/i18n";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { adminText } from "./admin.text";

interface Props {
  title: string;
  label: string;
  value: string;
  note: string;
  onClose: () => void;
}

/** A secret that is shown once. It selects itself on focus: a plain http address has no clipboard to write to. */
export function Once({ title, label, value, note, onClose }: Props) {
  const t = useText(adminText);
  const id = useId();
  return (
    <Dialog title={title} onClose={onClose} wide>
      <Banner tone="warning">{t("once")}</Banner>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <p className="field-hint">{note}</p>
        <textarea
          id={id}
          className="control admin-once"
          readOnly
          rows={2}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <div className="dialog-actions">
        <Button look="solid" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
    </Dialog>
  );
}

import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useText } from "../lib/i18n";
import { Button } from "./Button";
import { FieldScope } from "./Field";
import { uiText } from "./ui.text";

interface Props {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
}

/** A modal dialog: mounted means open. Put the buttons into a `<DialogActions>` at its end. */
export function Dialog({ title, onClose, children, wide }: Props) {
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className="dialog-overlay">
      <Modal className="dialog" data-wide={wide || undefined}>
        <AriaDialog className="dialog-body">
          <Heading slot="title" level={2} className="dialog-title">
            {title}
          </Heading>
          <FieldScope>{children}</FieldScope>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The row of buttons of a dialog: cancel, then what the dialog is for. */
export function DialogActions({ onCancel, children }: { onCancel: () => void; children: ReactNode }) {
  const t = useText(uiText);
  return (
    <div className="dialog-actions">
      <Button onClick={onCancel}>{t("cancel")}</Button>
      {children}
    </div>
  );
}

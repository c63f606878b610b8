import { useText } from "../../lib/i18n";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { requestText } from "./request.text";

/** Tells that a draft was put back, and offers to begin anew. */
export function Restored({ onStartOver }: { onStartOver: () => void }) {
  const t = useText(requestText);
  return (
    <Banner
      tone="info"
      actions={
        <Button size="sm" onClick={onStartOver}>
          {t("startOver")}
        </Button>
      }
    >
      {t("restored")}
    </Banner>
  );
}

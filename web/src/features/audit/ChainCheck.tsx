import { problemOf } from "../../api/problem";
import type { Audit } from "../../api/types";
import { count } from "../../lib/count";
import { useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Fact, Facts } from "../../ui/Page";
import { useCheckChain } from "./audit.queries";
import { auditText } from "./audit.text";

/** Verifies the chain on demand and says where the records can be taken out. */
export function ChainCheck({ contract }: { contract: string }) {
  const t = useText(auditText);
  const check = useCheckChain(contract);
  return (
    <Block title={t("chain")}>
      <p>{t("chainLead")}</p>
      <div className="actions">
        <Button look="solid" busy={check.isPending} onClick={() => check.mutate()}>
          {t("check")}
        </Button>
      </div>
      {check.isError && <ProblemBanner problem={problemOf(check.error)} />}
      {check.data && <Verdict audit={check.data} at={new Date(check.submittedAt).toISOString()} />}
      <details className="no-print">
        <summary>{t("exportTitle")}</summary>
        <p>{t("exportHint")}</p>
        <pre className="audit-command">
          <code>{`hoshuban audit export --contract ${contract} -o events.jsonl`}</code>
        </pre>
      </details>
    </Block>
  );
}

function Verdict({ audit, at }: { audit: Audit; at: string }) {
  const t = useText(auditText);
  const say = useSay();
  return (
    <>
      {audit.ok ? (
        <Banner tone="success" title={t("whole", { count: count(audit.events) })}>
          {audit.ledgers.map(({ ledger, rows }) => (
            <p key={ledger}>{t("ledgerWhole", { count: count(rows) })}</p>
          ))}
        </Banner>
      ) : (
        <Banner tone="error" title={audit.broken ? t("broken") : t("ledgerBroken")}>
          {audit.broken && (
            <>
              <p>{say(audit.broken.reason)}</p>
              <p>{t("until", { sequence: count(audit.verified_until) })}</p>
            </>
          )}
          {audit.ledgers.map(({ ledger, broken }) => broken && <p key={ledger}>{say(broken.reason)}</p>)}
        </Banner>
      )}
      <Facts>
        <Fact term={t("head")} wide>
          <code className="audit-hash">{audit.head_hash}</code>
          <br />
          <small>{t("headHint")}</small>
        </Fact>
        <Fact term={t("checkedAt")}>{sayInstant(at)}</Fact>
      </Facts>
    </>
  );
}

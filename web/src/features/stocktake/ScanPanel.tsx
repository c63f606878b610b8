import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ClipboardEvent, type FormEvent, useRef, useState } from "react";
import { sitesQuery } from "../../api/contract";
import { type ApiProblem, problemOf } from "../../api/problem";
import type { Stocktake, StocktakeFound, StocktakeLine } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { SelectField, TextField } from "../../ui/Field";
import { Block } from "../../ui/Page";
import { findUnits } from "./stocktake.queries";
import { stocktakeText } from "./stocktake.text";
import { VerdictChip } from "./VerdictChip";

interface Scan {
  at: string;
  codes: readonly string[];
}

interface Props {
  contract: string;
  stocktake: Stocktake;
  site: string | undefined;
  onSite: (site: string | undefined) => void;
}

/** Where a hand scanner types: a code and Enter, again and again, without a mouse. Pasted lines are codes too. */
export function ScanPanel({ contract, stocktake, site, onSite }: Props) {
  const t = useText(stocktakeText);
  const client = useQueryClient();
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  const [code, setCode] = useState("");
  const [last, setLast] = useState<readonly StocktakeLine[]>([]);
  const [siteMissing, setSiteMissing] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const [refused, setRefused] = useState<{ problem: ApiProblem; codes: readonly string[] } | undefined>();
  // A scanner does not wait for an answer: what is read meanwhile is sent in its turn, for the site of its moment.
  const record = useMutation({
    scope: { id: `stocktake-${stocktake.id}` },
    mutationFn: ({ at, codes }: Scan): Promise<StocktakeFound> =>
      findUnits(contract, stocktake.id, { site_id: at, codes: [...codes], place: "", note: "" }),
    onSuccess: ({ lines }) => {
      setLast(lines);
      void client.invalidateQueries({ queryKey: ["stocktakes", contract, stocktake.id] });
    },
    onError: (error, { codes }) => setRefused({ problem: problemOf(error), codes }),
  });
  const send = (text: string) => {
    const codes = text.split(/[\r\n\t]+/).flatMap((each) => (each.trim() === "" ? [] : [each.trim()]));
    if (codes.length === 0) return;
    setSiteMissing(!site);
    if (!site) return;
    setCode("");
    setRefused(undefined);
    record.mutate({ at: site, codes });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(code);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\r\n]/.test(text.trim())) return; // one code is typed into the field as ever
    event.preventDefault();
    send(text);
  };
  return (
    <Block title={t("scan")}>
      <p className="quiet">{t("scanAbout")}</p>
      {refused && <ProblemBanner problem={refused.problem} />}
      {refused && <p>{t("refusedCodes", { codes: refused.codes.join("、") })}</p>}
      {siteMissing && !site && <Banner tone="warning">{t("chooseSite")}</Banner>}
      <form className="stocktake-scan no-print" ref={box} onSubmit={submit} onPaste={paste}>
        <SelectField
          label={t("scanSite")}
          name="site"
          value={site ?? ""}
          none={t("chooseSite")}
          options={sites.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
          onChange={(value) => onSite(value || undefined)}
        />
        <TextField label={t("code")} name="code" value={code} onChange={setCode} maxLength={100} />
        <Button type="submit" look="solid">
          {t("record")}
        </Button>
      </form>
      <div role="status" aria-live="polite">
        {last.length > 0 && (
          <ul className="stocktake-last" aria-label={t("last")}>
            {last.slice(0, 20).map((line) => (
              <li key={line.key}>
                <VerdictChip verdict={line.verdict} /> <strong>{line.number}</strong> {line.kind} {line.model}
                {line.verdict === "elsewhere" &&
                  ` （${t("expectedSite")}：${line.expected_site || t("siteNone")}）`}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Block>
  );
}

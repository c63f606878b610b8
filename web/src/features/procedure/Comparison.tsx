import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { problemOf } from "../../api/problem";
import type { Procedure, ProcedureComparison } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Chip } from "../../ui/Chip";
import { Block, Loading } from "../../ui/Page";
import { ComparedLines } from "./ComparedLines";
import { comparisonQuery } from "./procedure.queries";
import type { ProcedureSearch } from "./procedure.search";
import { comparisonText } from "./procedure.text";
import { useVersionName } from "./states";

/** What an approver reads first: the difference against what was approved last. */
export function Comparison({ contract, procedure }: { contract: string; procedure: Procedure }) {
  const t = useText(comparisonText);
  const named = useVersionName();
  const search = useSearch({ from: "/inside/contracts/$contract/procedures/$procedure" });
  const shown = procedure.versions.find(({ id }) => id === search.version) ?? procedure.versions[0];
  const comparison = useQuery(
    comparisonQuery(contract, procedure.id, shown?.id ?? "", {
      extent: search.whole ? "whole" : "differences",
      ...(search.against && { against: search.against }),
    }),
  );
  const against = procedure.versions.find(({ id }) => id === search.against);
  return (
    <Block title={against ? t("titleOther", { version: named(against) }) : t("title")}>
      <Choices procedure={procedure} search={search} shown={shown?.id ?? ""} />
      {comparison.isPending && <Loading />}
      {comparison.isError && <ProblemBanner problem={problemOf(comparison.error)} />}
      {comparison.data && <Difference comparison={comparison.data} />}
    </Block>
  );
}

function Choices({
  procedure,
  search,
  shown,
}: {
  procedure: Procedure;
  search: ProcedureSearch;
  shown: string;
}) {
  const t = useText(comparisonText);
  const named = useVersionName();
  const navigate = useNavigate({ from: "/contracts/$contract/procedures/$procedure" });
  const change = (next: ProcedureSearch) =>
    void navigate({
      search: (before) => ({ ...before, ...next }),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className="comparison-choices no-print">
      <label>
        <span>{t("version")}</span>
        <select
          className="control"
          data-size="sm"
          value={shown}
          onChange={(event) => change({ version: event.target.value })}
        >
          {procedure.versions.map((version) => (
            <option key={version.id} value={version.id}>
              {named(version)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("against")}</span>
        <select
          className="control"
          data-size="sm"
          value={search.against ?? ""}
          onChange={(event) => change({ against: event.target.value || undefined })}
        >
          <option value="">{t("lastApproved")}</option>
          {procedure.versions
            .filter(({ id }) => id !== shown)
            .map((version) => (
              <option key={version.id} value={version.id}>
                {named(version)}
              </option>
            ))}
        </select>
      </label>
      <fieldset className="comparison-extent">
        <legend className="visually-hidden">{t("extent")}</legend>
        {([undefined, true] as const).map((whole) => (
          <label className="check" key={String(whole)}>
            <input
              type="radio"
              name="extent"
              checked={search.whole === whole}
              onChange={() => change({ whole })}
            />
            <span>{whole ? t("whole") : t("onlyDifferences")}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Difference({ comparison }: { comparison: ProcedureComparison }) {
  const t = useText(comparisonText);
  const named = useVersionName();
  const base =
    comparison.base_id &&
    named({ sequence: comparison.base_sequence ?? 0, edition: comparison.base_edition ?? "" });
  return (
    <>
      {!base && <p className="quiet">{t("first")}</p>}
      {base && comparison.base_granted_at && (
        <p className="quiet">{t("base", { version: base, at: sayInstant(comparison.base_granted_at) })}</p>
      )}
      {comparison.equal && <Banner tone="info">{t("equal")}</Banner>}
      {comparison.steps.length > 0 && (
        <section className="comparison-part">
          <h3>{t("steps")}</h3>
          <ComparedLines caption={t("steps")} lines={comparison.steps} />
        </section>
      )}
      {comparison.files.map((file) => (
        <ComparedFile key={`${file.change} ${file.name}`} file={file} />
      ))}
    </>
  );
}

const tones = { same: "neutral", changed: "yellow", added: "blue", removed: "red" } as const;

function ComparedFile({ file }: { file: ProcedureComparison["files"][number] }) {
  const t = useText(comparisonText);
  const say = useSay();
  const textDiffers = file.lines.some(({ kind }) => kind === "added" || kind === "removed");
  return (
    <section className="comparison-part">
      <h3>
        {file.name} <Chip tone={tones[file.change]}>{t(`change_${file.change}`)}</Chip>
      </h3>
      {file.name_before && <p className="quiet">{t("renamed", { name: file.name_before })}</p>}
      <p className="quiet procedure-hash">
        {t("hashes", { before: file.sha256_before ?? t("none"), after: file.sha256 ?? t("none") })}
      </p>
      {file.not_compared && <Banner tone="info">{say(file.not_compared)}</Banner>}
      {file.change === "changed" && !file.not_compared && !textDiffers && (
        <p className="quiet">{t("sameText")}</p>
      )}
      {file.lines.length > 0 && <ComparedLines caption={file.name} lines={file.lines} />}
    </section>
  );
}

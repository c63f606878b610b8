import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type ApiProblem, problemOf } from "../../api/problem";
import type { Medium } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip, type ChipTone } from "../../ui/Chip";
import { Dialog } from "../../ui/Dialog";
import { FileDrop } from "../../ui/FileDrop";
import { finishScan, scanFile, startScan } from "./media.queries";
import { mediaText } from "./media.text";
import { refreshRegister } from "./register.queries";

type FileState = "waiting" | "running" | "clean" | "infected" | "failed";

interface ScannedFile {
  file: File;
  state: FileState;
}

const look: Record<FileState, { tone: ChipTone; sign: string }> = {
  waiting: { tone: "neutral", sign: "－" },
  running: { tone: "blue", sign: "…" },
  clean: { tone: "green", sign: "✓" },
  infected: { tone: "red", sign: "×" },
  failed: { tone: "yellow", sign: "！" },
};

type Outcome = "clean" | "infected" | "stopped";

/** Sends the files of a medium one by one and tells what was found; a scanner that fails leaves the check open. */
function useScan(contract: string, medium: Medium) {
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly ScannedFile[]>([]);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const check = useRef<string | undefined>(undefined);
  const aborter = useRef(new AbortController());
  useEffect(() => {
    const { current } = aborter;
    return () => current.abort();
  }, []);
  const mark = (index: number, state: FileState) =>
    setFiles((before) => before.map((each, place) => (place === index ? { ...each, state } : each)));

  const run = async (chosen: readonly ScannedFile[]) => {
    setBusy(true);
    setProblem(undefined);
    setOutcome(undefined);
    setFiles(chosen);
    let scanning = -1;
    try {
      check.current ??= (await startScan(contract, medium.id)).id;
      for (const [index, { file, state }] of chosen.entries()) {
        if (state === "clean") continue;
        scanning = index;
        mark(index, "running");
        await scanFile(contract, medium.id, check.current, file, aborter.current.signal);
        mark(index, "clean");
      }
      scanning = -1;
      await finishScan(contract, medium.id, check.current);
      setOutcome("clean");
    } catch (error) {
      const refused = problemOf(error);
      const found = refused.code === "upload/infected";
      if (scanning >= 0) mark(scanning, found ? "infected" : "failed");
      setProblem(refused);
      setOutcome(found ? "infected" : "stopped");
    } finally {
      setBusy(false);
      void refreshRegister(client, contract, "media", medium.id);
    }
  };
  return { files, busy, outcome, problem, run };
}

export function ScanDialog({
  contract,
  medium,
  onClose,
}: {
  contract: string;
  medium: Medium;
  onClose: () => void;
}) {
  const t = useText(mediaText);
  const { files, busy, outcome, problem, run } = useScan(contract, medium);
  const done = files.filter(({ state }) => state === "clean").length;
  return (
    <Dialog title={t("scan")} onClose={onClose} wide>
      <div className="stack">
        {files.length === 0 && (
          <>
            <p>{t("scanLead")}</p>
            <FileDrop
              label={t("scanFiles")}
              hint={t("scanHint")}
              multiple
              onFiles={(chosen) => void run(chosen.map((file): ScannedFile => ({ file, state: "waiting" })))}
            />
          </>
        )}
        {outcome === "clean" && <Banner tone="success">{t("scanClean", { count: files.length })}</Banner>}
        {outcome === "infected" && <Banner tone="error">{t("scanFound")}</Banner>}
        {outcome === "stopped" && <Banner tone="warning">{t("scanStopped")}</Banner>}
        {problem && <ProblemBanner problem={problem} />}
        {busy && (
          <p role="status">
            {t("scanning", { done, total: files.length })}{" "}
            <progress aria-label={t("scan")} value={done} max={files.length} />
          </p>
        )}
        {files.length > 0 && (
          <ul className="scan-list">
            {files.map(({ file, state }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files of different folders may carry one name
              <li key={index}>
                <span>{file.name}</span>
                <Chip {...look[state]}>{t(state)}</Chip>
              </li>
            ))}
          </ul>
        )}
        <div className="dialog-actions">
          {outcome === "stopped" && (
            <Button look="solid" onClick={() => void run(files)}>
              {t("scanAgain")}
            </Button>
          )}
          <Button onClick={onClose}>{t("close")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

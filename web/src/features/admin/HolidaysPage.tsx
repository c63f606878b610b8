import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import type { HolidayComparison } from "../../api/types";
import { count } from "../../lib/count";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { FileDrop } from "../../ui/FileDrop";
import { Block, Fact, Facts, Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { AdminFrame } from "./AdminFrame";
import { holidaysQuery, useSendHolidays } from "./admin.queries";
import { holidayText } from "./admin.text";

/** The published holidays on which every calendar stands, and replacing them after a look at the difference. */
export default function HolidaysPage() {
  const t = useText(holidayText);
  const [file, setFile] = useState<File | undefined>();
  const compare = useSendHolidays();
  const save = useSendHolidays();
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    save.reset();
    if (chosen) compare.mutate({ file: chosen });
    else compare.reset();
  };
  const replace = async (over: number) => {
    if (!file) return;
    await save.mutateAsync({ file, over });
    announce(message(holidayText, "saved"));
    choose(undefined);
  };
  const problem = save.error ?? compare.error;
  return (
    <AdminFrame part="holidays">
      <div className="stack">
        <Current />
        <FileDrop
          label={t("upload")}
          hint={t("uploadHint")}
          accept=".csv,text/csv"
          onFiles={([chosen]) => choose(chosen)}
        />
        <div role="status">{compare.isPending && t("comparing")}</div>
        {problem && <ProblemBanner problem={problemOf(problem)} />}
        {file && compare.data && (
          <Difference
            name={file.name}
            found={compare.data}
            busy={save.isPending}
            onCancel={() => choose(undefined)}
            onSave={() => void replace(compare.data.before.version).catch(() => undefined)}
          />
        )}
      </div>
    </AdminFrame>
  );
}

function useSpan() {
  const t = useText(holidayText);
  const spoken = useLanguage();
  return ({ published_from, published_until }: HolidayComparison["before"]) =>
    t("span", { from: sayDay(published_from, spoken), to: sayDay(published_until, spoken) });
}

function Current() {
  const t = useText(holidayText);
  const span = useSpan();
  const holidays = useQuery(holidaysQuery);
  if (holidays.isPending) return <Loading />;
  if (holidays.isError) return <ProblemBanner problem={problemOf(holidays.error)} />;
  const { version, days } = holidays.data;
  return (
    <Block title={t("current")}>
      <Facts>
        <Fact term={t("published")} wide>
          {span(holidays.data)}
        </Fact>
        <Fact term={t("count")}>{t("days", { count: count(days) })}</Fact>
        <Fact term={t("version")}>{version === 0 ? t("builtIn") : t("nth", { version })}</Fact>
      </Facts>
      <p>{t("forecastNote")}</p>
    </Block>
  );
}

interface DifferenceProps {
  name: string;
  found: HolidayComparison;
  busy: boolean;
  onCancel: () => void;
  onSave: () => void;
}

function Difference({ name, found, busy, onCancel, onSave }: DifferenceProps) {
  const t = useText(holidayText);
  const span = useSpan();
  const spoken = useLanguage();
  return (
    <Block title={t("difference", { name })} count={t("days", { count: count(found.changes.length) })}>
      <Facts>
        <Fact wide term={`${t("published")}${t("bracket", { list: t("before") })}`}>
          {span(found.before)}
        </Fact>
        <Fact wide term={`${t("published")}${t("bracket", { list: t("after") })}`}>
          {span(found.after)}
        </Fact>
      </Facts>
      {found.changes.length === 0 ? (
        <p>{t("noDifference")}</p>
      ) : (
        <Table caption={t("difference", { name })}>
          <thead>
            <tr>
              <th scope="col">{t("day")}</th>
              <th scope="col">{t("change")}</th>
              <th scope="col">{t("before")}</th>
              <th scope="col">{t("after")}</th>
            </tr>
          </thead>
          <tbody>
            {found.changes.map(({ day, before, after }) => (
              <tr key={day}>
                <th scope="row">{sayDay(day, spoken)}</th>
                <td>{t(before === "" ? "added" : after === "" ? "removed" : "renamed")}</td>
                <td>{before || t("none")}</td>
                <td>{after || t("none")}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <div className="actions">
        <Button onClick={onCancel}>{t("cancel")}</Button>
        <Button look="solid" busy={busy} onClick={onSave}>
          {t("save")}
        </Button>
      </div>
    </Block>
  );
}

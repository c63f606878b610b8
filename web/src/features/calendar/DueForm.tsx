import { today } from "../../api/session";
import type { Contract } from "../../api/types";
import { isDay, partsOf } from "../../lib/day";
import { type Errors, useForm } from "../../lib/form";
import { type Message, message, useSay, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { ChoiceField, SelectField, TextField } from "../../ui/Field";
import { dueText } from "./calendar.text";
import {
  type DueRule,
  type DueSearch,
  needs,
  type Roll,
  readTime,
  readWhole,
  rolls,
  rules,
  startOf,
} from "./due.search";

interface Props {
  contract: Contract;
  search: DueSearch;
  onCount: (search: DueSearch) => void;
}

interface Values {
  start: string;
  time: string;
  rule: DueRule;
  amount: string;
  later: string;
  roll: Roll;
  work: string;
}

const mostMonths = 12;

function initialOf(search: DueSearch): Values {
  const start = search.from ? startOf(search.from) : { day: today(), time: "" };
  return {
    start: isDay(partsOf(start.day)) ? start.day : today(),
    time: start.time || "09:00",
    rule: search.rule ?? "open_days",
    amount: search.amount === undefined ? "" : String(search.amount),
    later: String(search.later ?? 0),
    roll: search.roll ?? "none",
    work: search.work ?? "",
  };
}

function amountError({ rule, amount }: Values): Message | undefined {
  if (!needs[rule].amount) return undefined;
  const number = readWhole(amount);
  if (number === undefined) return message(dueText, "enterAmount");
  return rule === "nth_open_day" && number < 1 ? message(dueText, "enterNth") : undefined;
}

function errorsIn(values: Values): Errors<Values> {
  const amount = amountError(values);
  return {
    ...(!parseWrittenDay(values.start) && { start: message(dueText, "enterDay") }),
    ...(needs[values.rule].time && !readTime(values.time) && { time: message(dueText, "enterTime") }),
    ...(amount && { amount }),
  };
}

function searchOf(values: Values): DueSearch {
  const { rule } = values;
  const needed = needs[rule];
  const day = parseWrittenDay(values.start) ?? values.start;
  return {
    from: needed.time ? `${day}T${readTime(values.time)}` : day,
    rule,
    amount: needed.amount ? readWhole(values.amount) : undefined,
    later: needed.later ? Number(values.later) : undefined,
    roll: needed.roll ? values.roll : undefined,
    work: values.work || undefined,
  };
}

const amountNames = {
  service_minutes: ["minutes", "minutesHint"],
  open_days: ["days", "daysHint"],
  calendar_days: ["days", "daysHint"],
  nth_open_day: ["nth", undefined],
  end_of_month: ["days", undefined],
} as const;

export function DueForm({ contract, search, onCount }: Props) {
  const t = useText(dueText);
  const form = useForm<Values>({ initial: initialOf(search), validate: errorsIn });
  const { rule } = form.values;
  const needed = needs[rule];
  const [amountName, amountHint] = amountNames[rule];
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (form.check()) onCount(searchOf(form.values));
      }}
    >
      <ErrorSummary errors={form.list} />
      <ChoiceField
        {...form.bind("rule")}
        label={t("rule")}
        options={rules.map((value) => ({ value, label: t(value) }))}
      />
      <DateField {...form.bind("start")} label={t("start")} required />
      {needed.time && (
        <TextField
          {...form.bind("time")}
          label={t("time")}
          hint={t("timeHint")}
          required
          autoComplete="off"
        />
      )}
      {needed.amount && (
        <TextField
          {...form.bind("amount")}
          label={t(amountName)}
          hint={amountHint && t(amountHint)}
          required
          inputMode={rule === "service_minutes" ? "numeric" : "text"}
          autoComplete="off"
        />
      )}
      {needed.later && <Later {...form.bind("later")} />}
      {needed.roll && (
        <ChoiceField
          {...form.bind("roll")}
          label={t("roll")}
          options={rolls.map((value) => ({ value, label: t(value) }))}
        />
      )}
      <WorkField contract={contract} {...form.bind("work")} />
      <div className="actions">
        <Button type="submit" look="solid">
          {t("count")}
        </Button>
      </div>
    </form>
  );
}

interface Bound {
  name: string;
  value: string;
  error: Message | undefined;
  onChange: (value: string) => void;
}

function Later(field: Bound) {
  const t = useText(dueText);
  const options = Array.from({ length: mostMonths + 1 }, (_, count) => ({
    value: String(count),
    label: count === 0 ? t("sameMonth") : count === 1 ? t("nextMonth") : t("monthsLater", { count }),
  }));
  return <SelectField {...field} label={t("later")} options={options} />;
}

function WorkField({ contract, ...field }: Bound & { contract: Contract }) {
  const t = useText(dueText);
  const say = useSay();
  if (contract.hours.length < 2) return null;
  const options = contract.hours.map(({ work_class, label }, index) => ({
    value: index === 0 ? "" : work_class,
    label: say(label),
  }));
  return <SelectField {...field} label={t("work")} options={options} />;
}

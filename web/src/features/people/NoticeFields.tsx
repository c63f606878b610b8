import { useQuery } from "@tanstack/react-query";
import type { Contract } from "../../api/types";
import type { Errors } from "../../lib/form";
import { message, useLanguage, useSay, useText } from "../../lib/i18n";
import { parseWrittenDay, sayDay } from "../../lib/wareki";
import type { FormOf } from "../../parts/FormDialog";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { Check, TextAreaField } from "../../ui/Field";
import { noticeState } from "./notice";
import { noticeQuery, type RosterRules } from "./people.queries";
import { announceText } from "./people.text";

export interface NoticeValues {
  takes_effect_on: string;
  reason: string;
  emergency: boolean;
  reported_on: string;
  city_request: string;
}

export const blankNotice: NoticeValues = {
  takes_effect_on: "",
  reason: "",
  emergency: false,
  reported_on: "",
  city_request: "",
};

const wrongDay = (written: string): boolean => written !== "" && !parseWrittenDay(written);

export const noticeErrors = (values: NoticeValues): Errors<NoticeValues> => ({
  ...(wrongDay(values.takes_effect_on) && { takes_effect_on: message(announceText, "enterDay") }),
  ...(wrongDay(values.reported_on) && { reported_on: message(announceText, "enterDay") }),
  ...(values.emergency && values.reason.trim() === "" && { reason: message(announceText, "enterReason") }),
});

export const noticeIn = (values: NoticeValues) => ({
  takes_effect_on: parseWrittenDay(values.takes_effect_on) ?? null,
  reported_on: parseWrittenDay(values.reported_on) ?? null,
  reason: values.reason.trim(),
  emergency: values.emergency,
  city_request: values.city_request.trim(),
});

interface Props<T extends NoticeValues> {
  contract: Contract;
  rules: RosterRules;
  form: FormOf<T>;
  label: string;
  hint?: string;
  /** The change touches the responsible person of a contract that fixes him. */
  fixed: boolean;
}

/** The day, and while it is chosen, which day the notice allows and why. */
export function NoticeFields<T extends NoticeValues>({
  contract,
  rules,
  form,
  label,
  hint,
  fixed,
}: Props<T>) {
  const t = useText(announceText);
  const notice = form as unknown as FormOf<NoticeValues>;
  return (
    <>
      <DateField {...notice.bind("takes_effect_on")} label={label} hint={hint ?? t("effectHint")} />
      <Earliest contract={contract.id} form={notice} />
      {rules.emergency && (
        <Check
          label={t("emergency")}
          checked={notice.values.emergency}
          onChange={(emergency) => notice.set({ emergency })}
        />
      )}
      <TextAreaField
        {...notice.bind("reason")}
        label={t("reason")}
        hint={t("reasonHint")}
        rows={2}
        required={notice.values.emergency}
      />
      {fixed && (
        <TextAreaField
          {...notice.bind("city_request")}
          label={t("cityRequest")}
          hint={t("cityRequestHint")}
          rows={2}
        />
      )}
      {rules.city_is_told && (
        <DateField {...notice.bind("reported_on")} label={t("reportedOn")} hint={t("reportedHint")} />
      )}
    </>
  );
}

function Earliest({ contract, form }: { contract: string; form: FormOf<NoticeValues> }) {
  const t = useText(announceText);
  const say = useSay();
  const spoken = useLanguage();
  const { takes_effect_on, reported_on, emergency } = form.values;
  const { data } = useQuery(noticeQuery(contract, parseWrittenDay(reported_on)));
  if (!data) return null;
  const chosen = parseWrittenDay(takes_effect_on);
  const state = noticeState(takes_effect_on, data.earliest, emergency);
  const earliest = sayDay(data.earliest, spoken);
  return (
    <Banner
      tone={state === "too_late" ? "warning" : "info"}
      title={
        state === "too_late" && chosen
          ? t("tooLate", { day: sayDay(chosen, spoken), earliest })
          : t("earliest", { day: earliest })
      }
      actions={
        state === "too_late" && (
          <Button size="sm" onClick={() => form.set({ takes_effect_on: data.earliest })}>
            {t("takeEarliest")}
          </Button>
        )
      }
    >
      {say(data.explanation)} {data.forecast && t("forecast")}
    </Banner>
  );
}

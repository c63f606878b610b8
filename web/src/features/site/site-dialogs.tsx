import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useContractDay } from "../../api/contract";
import { useRowMutation } from "../../api/row-mutation";
import type { ChangeSite, OpenSite, SiteContact, SitePage, WriteSiteContact } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { Check, TextAreaField, TextField } from "../../ui/Field";
import {
  addContact,
  changeContact,
  changeSite,
  closeSite,
  openSite,
  refreshSites,
  reopenSite,
} from "./site.queries";
import { contactText, siteText } from "./site.text";

const lines = (text: string): string[] =>
  text
    .split(/[\n、]/u)
    .map((line) => line.trim())
    .filter(Boolean);

interface Values {
  from: string;
  name: string;
  address: string;
  departments: string;
  remarks: string;
  aliases: string;
  excluded: boolean;
  reason: string;
}

const blank = (from: string): Values => ({
  from,
  name: "",
  address: "",
  departments: "",
  remarks: "",
  aliases: "",
  excluded: false,
  reason: "",
});

const bodyOf = ({ aliases, ...values }: Values): ChangeSite => ({ ...values, aliases: lines(aliases) });

/** What a site is: the same fields for a new one and for one that changes. */
function SiteFields<T extends Values>({ form }: { form: FormOf<T> }) {
  const t = useText(siteText);
  const fields = form as unknown as FormOf<Values>;
  return (
    <>
      <TextField {...fields.bind("name")} label={t("name")} required maxLength={100} />
      <TextField {...fields.bind("address")} label={t("address")} optional maxLength={300} />
      <TextAreaField {...fields.bind("departments")} label={t("departments")} optional rows={2} />
      <TextAreaField {...fields.bind("remarks")} label={t("remarks")} optional rows={2} />
      <TextAreaField
        {...fields.bind("aliases")}
        label={t("aliases")}
        hint={t("aliasesHint")}
        optional
        rows={2}
      />
      <Check
        label={t("excludedField")}
        checked={fields.values.excluded}
        onChange={(excluded) => fields.set({ excluded })}
      />
      <TextField {...fields.bind("reason")} label={t("reason")} required maxLength={1000} />
    </>
  );
}

export function OpenSiteDialog({ contract, onClose }: { contract: string; onClose: () => void }) {
  const t = useText(siteText);
  const client = useQueryClient();
  const navigate = useNavigate();
  const day = useContractDay();
  const mutation = useMutation({
    mutationFn: (body: OpenSite) => openSite(contract, body),
    onSuccess: async ({ id }) => {
      await refreshSites(client, contract);
      await navigate({ to: "/contracts/$contract/sites/$site", params: { contract, site: id }, search: {} });
    },
  });
  return (
    <FormDialog
      title={t("open")}
      submit={t("open")}
      initial={{ ...blank(day), number: "" }}
      mutation={mutation}
      input={({ number, ...values }) => ({ ...bodyOf(values), number: Number(number) || 0 })}
      done={message(siteText, "openDone")}
      onClose={onClose}
      wide
    >
      {(form) => (
        <>
          <TextField
            {...form.bind("number")}
            label={t("number")}
            required
            inputMode="numeric"
            maxLength={5}
          />
          <DateField {...form.bind("from")} label={t("openFrom")} required />
          <SiteFields form={form} />
        </>
      )}
    </FormDialog>
  );
}

interface Props {
  contract: string;
  site: SitePage;
  onClose: () => void;
}

export function ChangeSiteDialog({ contract, site, onClose }: Props) {
  const t = useText(siteText);
  const client = useQueryClient();
  const day = useContractDay();
  const refresh = () => refreshSites(client, contract);
  const mutation = useRowMutation(site, (over, body: ChangeSite) => changeSite(contract, over, body), {
    onConflict: refresh,
    onSuccess: refresh,
  });
  const last = site.history[0] ?? site.now;
  return (
    <FormDialog
      title={t("change")}
      submit={t("change")}
      initial={{
        from: day,
        name: last.name,
        address: last.address,
        departments: last.departments,
        remarks: last.remarks,
        aliases: last.aliases.join("\n"),
        excluded: last.excluded,
        reason: "",
      }}
      mutation={mutation}
      input={bodyOf}
      done={message(siteText, "changeDone")}
      onClose={onClose}
      wide
    >
      {(form) => (
        <>
          <DateField {...form.bind("from")} label={t("changeFrom")} hint={t("changeHint")} required />
          <SiteFields form={form} />
        </>
      )}
    </FormDialog>
  );
}

/** Closes a site, or opens a closed one again. */
export function TurnSiteDialog({ contract, site, onClose }: Props) {
  const t = useText(siteText);
  const client = useQueryClient();
  const day = useContractDay();
  const closing = (site.history[0] ?? site.now).open;
  const word = closing ? "close" : "reopen";
  const refresh = () => refreshSites(client, contract);
  const mutation = useRowMutation(
    site,
    (over, body: { from: string; reason: string }) =>
      (closing ? closeSite : reopenSite)(contract, over, body),
    { onConflict: refresh, onSuccess: refresh },
  );
  return (
    <FormDialog
      title={t(word)}
      submit={t(word)}
      danger={closing}
      initial={{ from: day, reason: "" }}
      mutation={mutation}
      input={(values) => values}
      done={message(siteText, closing ? "closeDone" : "reopenDone")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField
            {...form.bind("from")}
            label={t(closing ? "closeFrom" : "reopenFrom")}
            {...(closing && { hint: t("closeHint") })}
            required
          />
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}

interface ContactProps {
  contract: string;
  site: string;
  /** The one that is changed; a new one without it. */
  contact?: SiteContact | undefined;
  onClose: () => void;
}

const newContact = { id: "", version: 0 } as SiteContact;

export function ContactDialog({ contract, site, contact, onClose }: ContactProps) {
  const t = useText(contactText);
  const client = useQueryClient();
  const day = useContractDay();
  const refresh = () => client.invalidateQueries({ queryKey: ["site", contract, site] });
  const mutation = useRowMutation(
    contact ?? newContact,
    (over, body: WriteSiteContact) =>
      contact ? changeContact(contract, site, over, body) : addContact(contract, site, body),
    { onConflict: refresh, onSuccess: refresh },
  );
  return (
    <FormDialog
      title={contact ? t("changeOf", { name: contact.name }) : t("add")}
      submit={contact ? t("change") : t("add")}
      initial={{
        name: contact?.name ?? "",
        section: contact?.section ?? "",
        phone: contact?.phone ?? "",
        note: contact?.note ?? "",
        from: contact?.from ?? day,
        to: contact?.to ?? "",
      }}
      mutation={mutation}
      input={({ to, ...values }) => ({ ...values, to: to || null })}
      done={message(contactText, "saved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField {...form.bind("name")} label={t("name")} required maxLength={100} />
          <TextField {...form.bind("section")} label={t("section")} optional maxLength={100} />
          <TextField
            {...form.bind("phone")}
            label={t("phone")}
            hint={t("phoneHint")}
            optional
            type="tel"
            maxLength={40}
          />
          <TextField {...form.bind("note")} label={t("note")} optional maxLength={500} />
          <DateField {...form.bind("from")} label={t("from")} required />
          <DateField {...form.bind("to")} label={t("to")} hint={t("toHint")} />
        </>
      )}
    </FormDialog>
  );
}

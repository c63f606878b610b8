#include "features/site/contact_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/site/sql.hpp"

namespace hoshuban::site {
namespace {

Contact contact_from(const db::Row& row)
{
    return {.id = row.get<ContactId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .site = row.get<SiteId>("site_id"),
        .name = row.get<std::string>("name"),
        .section = row.get<std::string>("section"),
        .phone = row.get<std::string>("phone"),
        .note = row.get<std::string>("note"),
        .from = row.get<LocalDay>("begins_on"),
        .to = row.get<std::optional<LocalDay>>("ends_on"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .version = row.get<int>("version")};
}

audit::Facts contact_facts(const Contact& contact)
{
    audit::Facts facts{{"contact_name", contact.name}, {"contact_from", to_text(contact.from)}};
    const std::pair<const char*, const std::string*> optional[] = {
        {"contact_section", &contact.section}, {"contact_phone", &contact.phone}, {"contact_note", &contact.note}};
    for (const auto& [field, text] : optional) {
        if (!text->empty())
            facts[field] = *text;
    }
    if (contact.to)
        facts["contact_to"] = to_text(*contact.to);
    return facts;
}

void record_contact(
    db::Tx& tx, const audit::Cause& cause, const char* kind, const Contact& contact, const audit::Facts& before)
{
    audit::Entry entry = audit::entry(cause, contact.contract_id, kind, {"site", contact.site.text});
    audit::put_change(entry, before, contact_facts(contact));
    audit::record(tx, entry);
}

}

std::vector<Contact> list_contacts(db::Reader& reader, const ContractId& contract, const SiteId& site)
{
    return reader.query(sql::list_contacts, contract, site).map(contact_from);
}

Result<Contact> get_contact_version(
    db::Reader& reader, const ContractId& contract, const SiteId& site, const ContactId& id, int version)
{
    auto found = reader.query(sql::find_contact, contract, site, id).one_or_none(contact_from);
    if (!found) {
        return fail(ErrorKind::not_found, "site/contact_not_found", {"連絡先が見つかりません。", "no such contact"});
    }
    if (found->version != version)
        return changed_meanwhile("site/changed", found->version);
    return *std::move(found);
}

void insert(db::Tx& tx, const audit::Cause& cause, const Contact& contact)
{
    tx.execute(sql::insert_contact, contact.contract_id, contact.id, contact.site, contact.name, contact.section,
        contact.phone, contact.note, contact.from, contact.to, contact.entered_by, contact.entered_at);
    record_contact(tx, cause, "site.contact_added", contact, {});
}

Result<Contact> update(db::Tx& tx, const audit::Cause& cause, const Contact& before, Contact after)
{
    const auto stored = tx.execute(sql::update_contact, after.contract_id, after.id, before.version, after.name,
        after.section, after.phone, after.note, after.from, after.to);
    if (stored == 0)
        return changed_meanwhile("site/changed", before.version);
    after.version = before.version + 1;
    record_contact(tx, cause, "site.contact_changed", after, contact_facts(before));
    return after;
}

}

#include "features/notice/notice_store.hpp"

#include "core/fold.hpp"
#include "features/notice/sql.hpp"

#include <fmt/format.h>
#include <limits>

namespace hoshuban::notice {
namespace {

std::string place_of(const std::optional<SiteId>& site)
{
    return site ? site->text : "";
}

// Division and site of what belongs to the whole contract match nobody's.
struct Place {
    std::string division_key;
    std::string site;
};

Place place_of(const About& about)
{
    if (about.whole)
        return {};
    return {fold(about.division), place_of(about.site)};
}

std::string next(std::vector<db::Param>& params, db::Param value)
{
    params.push_back(std::move(value));
    return fmt::format("${}", params.size());
}

struct Composed {
    std::string text;
    std::vector<db::Param> params = {};
};

// The beginning stands in the room's sql/ and takes the contract and the person.
Composed own_rows(const db::Query& beginning, const Sight& sight)
{
    Composed query{std::string{beginning.sqlite}, {sight.contract, sight.person}};
    query.text += " AND " + seen_condition(sight, query.params);
    return query;
}

Composed compose_list(const Sight& sight, const Filter& filter)
{
    Composed query = own_rows(sql::notices_of_person, sight);
    query.text +=
        " AND sequence < " + next(query.params, filter.before.value_or(std::numeric_limits<std::int64_t>::max()));
    if (filter.unread)
        query.text += " AND read_at IS NULL";
    if (filter.group)
        query.text += " AND kind_group = " + next(query.params, *filter.group);
    query.text += " ORDER BY sequence DESC LIMIT " + next(query.params, filter.limit);
    return query;
}

}

std::vector<ContractId> behind(db::Reader& reader)
{
    return reader.query(sql::list_behind).map([](const db::Row& row) { return row.get<ContractId>("contract_id"); });
}

std::int64_t cursor_of(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::find_cursor, contract)
        .one_or_none([](const db::Row& row) { return row.get<std::int64_t>("sequence"); })
        .value_or(0);
}

bool move_cursor(db::Tx& tx, const ContractId& contract, std::int64_t from, std::int64_t to)
{
    if (from == 0 && tx.execute(sql::begin_cursor, contract, to) == 1)
        return true;
    return tx.execute(sql::move_cursor, contract, from, to) == 1;
}

void follow(db::Tx& tx, const ContractId& contract, const audit::Subject& subject, const About& about)
{
    const Place place = place_of(about);
    tx.execute(sql::follow_subject, contract, subject.kind, subject.id, about.number, about.title, about.path,
        about.see, place.division_key, place.site);
}

bool insert(db::Tx& tx, const Notice& notice, const About& about, Instant now)
{
    const Place place = place_of(about);
    return tx.execute(sql::insert_notice, notice.contract, notice.person, notice.sequence, notice.kind, notice.group,
               notice.urgent, notice.subject.kind, notice.subject.id, about.number, about.title, about.path, about.see,
               place.division_key, place.site, notice.actor_name, notice.detail.ja, notice.detail.en, notice.at,
               now) == 1;
}

std::string seen_condition(const Sight& sight, std::vector<db::Param>& params)
{
    std::string whole;
    for (const Permission permission : sight.whole)
        whole += (whole.empty() ? "" : ", ") + next(params, permission);
    std::string condition = whole.empty() ? "(1 = 0" : fmt::format("(need IN ({})", whole);
    for (const Sight::Part& part : sight.parts) {
        condition += " OR (need = " + next(params, part.permission);
        condition += part.site ? " AND site_id = " + next(params, *part.site)
                               : " AND division_key = " + next(params, std::string_view{part.division});
        condition += ")";
    }
    return condition + ")";
}

std::vector<Notice> list(db::Reader& reader, const Sight& sight, const Filter& filter)
{
    const Composed query = compose_list(sight, filter);
    return reader.query(db::Query{"notice.list", query.text, query.text}, query.params).map(notice_from);
}

int count_unread(db::Reader& reader, const Sight& sight)
{
    const Composed query = own_rows(sql::unread_of_person, sight);
    return reader.query(db::Query{"notice.count_unread", query.text, query.text}, query.params)
        .one([](const db::Row& row) { return row.get<int>("unread"); });
}

int mark_read(db::Tx& tx, const ContractId& contract, const PersonId& person,
    const std::vector<std::int64_t>& sequences, Instant now)
{
    std::int64_t marked = 0;
    for (const std::int64_t sequence : sequences)
        marked += tx.execute(sql::mark_read, contract, person, sequence, now);
    return static_cast<int>(marked);
}

int mark_all_read(db::Tx& tx, const ContractId& contract, const PersonId& person, std::int64_t until, Instant now)
{
    return static_cast<int>(tx.execute(sql::mark_all_read, contract, person, until, now));
}

Notice notice_from(const db::Row& row)
{
    return {.contract = row.get<ContractId>("contract_id"),
        .person = row.get<PersonId>("person_id"),
        .sequence = row.get<std::int64_t>("sequence"),
        .kind = row.get<std::string>("kind"),
        .group = row.get<Group>("kind_group"),
        .urgent = row.get<bool>("urgent"),
        .subject = {row.get<std::string>("subject_kind"), row.get<std::string>("subject_id")},
        .number = row.get<std::string>("number"),
        .title = row.get<std::string>("title"),
        .path = row.get<std::string>("path"),
        .actor_name = row.get<std::string>("actor_name"),
        .detail = {row.get<std::string>("detail_ja"), row.get<std::string>("detail_en")},
        .at = row.get<Instant>("at"),
        .read_at = row.get<std::optional<Instant>>("read_at")};
}

std::vector<std::string> composed_texts()
{
    const Sight nothing{.contract = {"c"}, .person = {"p"}};
    Sight everything = nothing;
    everything.whole = {Permission::view_work_request, Permission::view_audit};
    everything.parts = {
        {Permission::view_work_request, "課", std::nullopt}, {Permission::view_question, {}, SiteId{"s"}}};
    return {compose_list(nothing, {}).text, compose_list(everything, {.group = Group::due, .unread = true}).text,
        own_rows(sql::unread_of_person, nothing).text, own_rows(sql::unread_of_person, everything).text};
}

}

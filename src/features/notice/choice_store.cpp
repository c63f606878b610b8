#include "features/notice/choice_store.hpp"

#include "features/notice/sql.hpp"

namespace hoshuban::notice {
namespace {

void take(Choice& choice, const db::Row& row)
{
    choice.digest_at = std::chrono::minutes{row.get<int>("digest_minute")};
    choice.urgent_always = row.get<bool>("urgent_always");
    choice.version = row.get<int>("version");
    if (!row.is_null("kind_group"))
        choice.ways[row.get<Group>("kind_group")] = row.get<Way>("way");
}

}

std::map<PersonId, Choice> choices(db::Reader& reader, const ContractId& contract)
{
    std::map<PersonId, Choice> found;
    reader.query(sql::list_choices, contract).for_each([&](const db::Row& row) {
        take(found[row.get<PersonId>("person_id")], row);
    });
    return found;
}

Choice choice_of(db::Reader& reader, const ContractId& contract, const PersonId& person, const std::vector<Role>& roles)
{
    Choice choice = default_choice(roles);
    reader.query(sql::find_choice, contract, person).for_each([&](const db::Row& row) { take(choice, row); });
    return choice;
}

Result<Choice> save(db::Tx& tx, const ContractId& contract, const PersonId& person, Choice choice)
{
    const auto minute = static_cast<int>(choice.digest_at.count());
    const auto stored = choice.version == 1
        ? tx.execute(sql::insert_choice, contract, person, minute, choice.urgent_always)
        : tx.execute(sql::update_choice, contract, person, choice.version, minute, choice.urgent_always);
    if (stored == 0) {
        return fail(ErrorKind::precondition, "notice/choices_changed",
            {"ほかの画面で先に変更しました。最新の内容を確かめてください。",
                "this was changed in another window first: look at the present content"});
    }
    for (const auto& [group, way] : choice.ways)
        tx.execute(sql::set_way, contract, person, group, way);
    ++choice.version;
    return choice;
}

}

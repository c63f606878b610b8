#include "features/device/register_index.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

template <class Words, class Word>
std::string choices_of(const Words& words, const Word& word)
{
    std::set<std::string> names;
    for (const auto& each : words)
        names.insert(word(each));
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : "、") + name;
    return text;
}

std::unexpected<Error> foreign_row(const std::string& id)
{
    return fail(ErrorKind::invalid, "import/foreign_row",
        {fmt::format(
             "行ID「{}」はこの契約の台帳の行ではありません。別の台帳から貼り付けた行なら取り除き、そうでなければ"
             "行IDを空欄にしてください（機器IDで照合します）。",
             id),
            fmt::format("\"{}\" is no row of this contract's ledger: remove the row if it was pasted from another "
                        "ledger, otherwise leave the row id blank (the device id then tells which unit it is)",
                id)});
}

std::unexpected<Error> torn_row(const std::string& id, const std::string& number)
{
    return fail(ErrorKind::invalid, "import/torn_row",
        {fmt::format("行ID「{}」と機器ID「{}」が別の機器を指しています。列を別々に並べ替えたなら元に戻すか、行IDの列を"
                     "空欄にしてください（機器IDで照合します）。",
             id, number),
            fmt::format("row id \"{}\" and device id \"{}\" are of different units: if columns were sorted apart, undo "
                        "that, or leave the row ids blank (the device id then tells which unit it is)",
                id, number)});
}

}

RegisterIndex::RegisterIndex(const ImportTerms& terms, const RegisterState& state)
    : terms_{terms}
    , state_{state}
    , sites_{terms.profile.sites, state.aliases}
{
    for (const contract::DeviceClass& each : terms.profile.device_classes) {
        for (const std::string& word : {each.id, each.label.ja, each.label.en})
            classes_.emplace(fold(word), each.id);
    }
    for (const contract::StatedTotal& total : terms.profile.stated_totals) {
        if (!total.division.empty())
            divisions_.emplace(fold(total.division), total.division);
    }
    for (const Unit& unit : state.units)
        add(unit);
}

void RegisterIndex::add(const Unit& unit)
{
    const contract::Device& device = unit.device;
    by_id_.emplace(device.id.text, &unit);
    by_number_.emplace(fold(device.number), &unit);
    if (!device.division.empty())
        divisions_.emplace(fold(device.division), device.division);
    models_[fold(device.model)].insert({device.device_class, device.kind, device.type_number, device.division});
}

const Unit* RegisterIndex::by_number(const std::string& number) const
{
    const auto found = by_number_.find(fold(number));
    return found == by_number_.end() ? nullptr : found->second;
}

// A row that states another model than the unit of its row id, and another number too, is not that unit's row.
bool RegisterIndex::is_another(const Unit& unit, const LedgerRow& row) const
{
    const auto differs = [&](LedgerColumn column, const std::string& stored) {
        return !row.value(column).empty() && fold(row.value(column)) != fold(stored);
    };
    const auto stated_class = class_named(row.value(LedgerColumn::device_class));
    return differs(LedgerColumn::model, unit.device.model) || differs(LedgerColumn::division, unit.device.division) ||
        (!row.value(LedgerColumn::device_class).empty() && stated_class != unit.device.device_class);
}

Result<const Unit*> RegisterIndex::by_row_id(const LedgerRow& row, LedgerColumn& blamed) const
{
    const std::string& id = row.value(LedgerColumn::row_id);
    const std::string& number = row.value(LedgerColumn::number);
    const std::string mark = row_id(terms_.profile.id, {});
    blamed = LedgerColumn::row_id;
    const std::string_view plain = apart(id).id;
    const auto found = plain.starts_with(mark) ? by_id_.find(plain.substr(mark.size())) : by_id_.end();
    if (found == by_id_.end())
        return foreign_row(id);
    const Unit& unit = *found->second;
    const bool renamed = !number.empty() && fold(number) != fold(unit.device.number);
    if (renamed && (by_number(number) != nullptr || is_another(unit, row)))
        return torn_row(id, number);
    return &unit;
}

std::vector<const Unit*> RegisterIndex::mentioned(const LedgerRow& row) const
{
    std::vector<const Unit*> units;
    const std::string mark = row_id(terms_.profile.id, {});
    const std::string_view id = apart(row.value(LedgerColumn::row_id)).id;
    if (id.starts_with(mark)) {
        if (const auto found = by_id_.find(id.substr(mark.size())); found != by_id_.end())
            units.push_back(found->second);
    }
    if (const Unit* unit = by_number(row.value(LedgerColumn::number)))
        units.push_back(unit);
    return units;
}

Result<const Unit*> RegisterIndex::unit_of(const LedgerRow& row, LedgerColumn& blamed) const
{
    if (!row.value(LedgerColumn::row_id).empty())
        return by_row_id(row, blamed);
    const std::string& number = row.value(LedgerColumn::number);
    blamed = LedgerColumn::number;
    if (number.empty()) {
        return fail(ErrorKind::invalid, "required",
            {"機器IDを入れてください。行IDも機器IDもない行は、どの機器のことか分かりません。",
                "enter the device id: without it and without a row id nobody knows which unit is meant"});
    }
    if (const auto later = state_.elsewhere.find(fold(number)); later != state_.elsewhere.end()) {
        const std::string day = to_text(later->second);
        return fail(ErrorKind::invalid, "device/before_first",
            {fmt::format("この機器は{}から台帳にあります。取込の基準日をその日以後にしてください。", day),
                fmt::format("the unit is in the ledger from {}: import with a reference day from then on", day)});
    }
    return by_number(number);
}

Result<std::string> RegisterIndex::class_named(const std::string& word) const
{
    if (const auto found = classes_.find(fold(word)); found != classes_.end())
        return found->second;
    const auto choices = choices_of(terms_.profile.device_classes,
        [](const contract::DeviceClass& each) -> const std::string& { return each.label.ja; });
    return fail(ErrorKind::invalid, "import/unknown_class",
        {fmt::format("機器の区分「{}」はこの契約にありません。次のどれかにしてください: {}", word, choices),
            fmt::format("the contract has no class \"{}\": use one of {}", word, choices)});
}

Result<std::string> RegisterIndex::division_named(const std::string& word) const
{
    if (const auto found = divisions_.find(fold(word)); found != divisions_.end())
        return found->second;
    if (divisions_.empty()) {
        return fail(ErrorKind::invalid, "import/no_divisions",
            {"この契約の機器にはシステムの区分がありません。この欄を空けてください。",
                "the devices of this contract have no division: leave the cell blank"});
    }
    const auto choices = choices_of(divisions_, [](const auto& each) -> const std::string& { return each.second; });
    return fail(ErrorKind::invalid, "import/unknown_division",
        {fmt::format("システムの区分「{}」はこの契約にありません。次のどれかにしてください: {}", word, choices),
            fmt::format("the contract has no division \"{}\": use one of {}", word, choices)});
}

Result<Use> RegisterIndex::use_named(const std::string& word)
{
    const std::string key = fold(word);
    std::string choices;
    for (const auto& [use, name] : names_of(static_cast<const Use*>(nullptr))) {
        const Text& label = label_of(use);
        if (key == fold(label.ja) || key == fold(label.en) || key == fold(name))
            return use;
        choices += (choices.empty() ? "" : "、") + label.ja;
    }
    return fail(ErrorKind::invalid, "import/unknown_use",
        {fmt::format("使い方「{}」は使えません。次のどれかにしてください: {}", word, choices),
            fmt::format("there is no use \"{}\": write one of {}", word, choices)});
}

const Course& RegisterIndex::course_of(const DeviceId& id) const
{
    static const Course none;
    const auto found = state_.courses.find(id);
    return found == state_.courses.end() ? none : found->second;
}

void RegisterIndex::complete(contract::Device& device) const
{
    const auto found = models_.find(fold(device.model));
    if (found == models_.end())
        return;
    std::string contract::Device::*const fields[] = {&contract::Device::device_class, &contract::Device::kind,
        &contract::Device::type_number, &contract::Device::division};
    for (std::size_t i = 0; i < std::size(fields); ++i) {
        std::set<std::string> values;
        for (const auto& known : found->second)
            values.insert(known[i]);
        if ((device.*fields[i]).empty() && values.size() == 1)
            device.*fields[i] = *values.begin();
    }
}

}

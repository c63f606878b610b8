#include "features/device/ledger.hpp"

#include "core/era.hpp"
#include "core/fold.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

constexpr std::uint32_t first_sum = 2'166'136'261U;

// FNV-1a: two descriptions of one unit that fall together are not worth a longer cell.
std::uint32_t added(std::uint32_t sum, std::string_view text)
{
    for (const char each : text)
        sum = (sum ^ static_cast<unsigned char>(each)) * 16'777'619U;
    return (sum ^ static_cast<unsigned char>('\n')) * 16'777'619U;
}

std::string slashed(const std::optional<LocalDay>& day)
{
    return day ? print_day(*day, DayStyle::slash) : std::string{};
}

}

const Text& label_of(LedgerColumn column)
{
    static const std::array<Text, list_columns> labels = {{
        {"行ID", "Row ID"},
        {"機器ID", "Device ID"},
        {"機器の種類", "Kind"},
        {"機器の区分", "Class"},
        {"機種名", "Model"},
        {"型番", "Type number"},
        {"システムの区分", "Division"},
        {"拠点番号", "Site number"},
        {"拠点", "Site"},
        {"場所", "Place"},
        {"使い方", "Use"},
        {"管理者", "Kept by"},
        {"この場所に来た日", "There since"},
        {"備考", "Remarks"},
        {"シリアル番号", "Serial number"},
        {"購入日", "Bought on"},
        {"保証の終わり", "Warranty ends on"},
        {"セキュリティワイヤー", "Security wire"},
        {"予備鍵の借用", "Spare key lent"},
        {"復旧媒体の版", "Edition of the recovery medium"},
        {"IPアドレス", "IP address"},
        {"操作者認証装置", "Operator authentication reader"},
        {"タッチパネル", "Touch panel"},
        {"ICカードR/W", "IC card reader/writer"},
        {"記憶装置", "Storage"},
        {"その他の付属機器", "Other part"},
    }};
    return labels.at(static_cast<std::size_t>(column));
}

const Text& label_of(Keeper keeper)
{
    static const Text contractor{"受託者", "contractor"};
    static const Text city{"市", "city"};
    return keeper == Keeper::city ? city : contractor;
}

LedgerWords::LedgerWords(const ContractId& id, const std::vector<contract::DeviceClass>& all)
    : contract{id}
{
    for (const contract::DeviceClass& each : all)
        classes.emplace(each.id, each.label);
}

std::string row_id(const ContractId& contract, const DeviceId& device)
{
    return contract.text + "/" + device.text;
}

std::string description_mark(const contract::Device& device)
{
    std::uint32_t sum = first_sum;
    for (const std::string* text : {&device.number, &device.kind, &device.device_class, &device.model,
             &device.type_number, &device.division, &device.remarks})
        sum = added(sum, *text);
    return fmt::format("{:08x}", sum);
}

std::string facts_mark(const ListedFacts& facts)
{
    std::uint32_t sum = first_sum;
    for (const auto& [column, name] : names_of(static_cast<const LedgerColumn*>(nullptr))) {
        if (!is_fact(column))
            continue;
        const std::string text = text_of(facts, column);
        // A list that left before it had columns for parts carries the same mark while there are none.
        if (!text.empty() || !part_kind_of(column))
            sum = added(sum, text);
    }
    return fmt::format("{:08x}", sum);
}

MarkedRowId apart(std::string_view row_id)
{
    const auto end = row_id.rfind('#');
    if (end == std::string_view::npos)
        return {row_id, {}};
    const std::string_view marks = row_id.substr(end + 1);
    const auto dash = marks.find('-');
    if (dash == std::string_view::npos)
        return {row_id.substr(0, end), marks};
    return {row_id.substr(0, end), marks.substr(0, dash), marks.substr(dash + 1)};
}

std::string text_of(const Unit& unit, LedgerColumn column, const LedgerWords& words)
{
    const contract::Device& device = unit.device;
    const Spot& spot = unit.placement.spot;
    switch (column) {
    case LedgerColumn::row_id:
        return row_id(words.contract, device.id) + "#" + description_mark(device);
    case LedgerColumn::number:
        return device.number;
    case LedgerColumn::kind:
        return device.kind;
    case LedgerColumn::device_class: {
        const auto found = words.classes.find(device.device_class);
        return found == words.classes.end() ? device.device_class : found->second.ja;
    }
    case LedgerColumn::model:
        return device.model;
    case LedgerColumn::type_number:
        return device.type_number;
    case LedgerColumn::division:
        return device.division;
    case LedgerColumn::site_number:
        return unit.site_number ? fmt::format("{}", *unit.site_number) : std::string{};
    case LedgerColumn::site:
        return unit.site_name;
    case LedgerColumn::place:
        return spot.place;
    case LedgerColumn::use:
        return label_of(spot.use).ja;
    case LedgerColumn::keeper:
        return label_of(spot.keeper).ja;
    case LedgerColumn::since:
        return print_day(unit.placement.from, DayStyle::slash);
    case LedgerColumn::remarks:
        return device.remarks;
    default:
        return {};
    }
}

std::string text_of(const ListedFacts& facts, LedgerColumn column)
{
    switch (column) {
    case LedgerColumn::serial:
        return facts.serial;
    case LedgerColumn::bought_on:
        return slashed(facts.bought_on);
    case LedgerColumn::warranty_ends_on:
        return slashed(facts.warranty_ends_on);
    case LedgerColumn::wire:
        return facts.wire ? label_of_presence(*facts.wire).ja : std::string{};
    case LedgerColumn::spare_key:
        return facts.spare_key ? label_of_presence(true).ja : std::string{};
    case LedgerColumn::medium_edition:
        return facts.medium_edition;
    case LedgerColumn::address:
        return facts.address;
    default:
        break;
    }
    const auto kind = part_kind_of(column);
    return kind ? written(facts.parts, *kind) : std::string{};
}

const Text& label_of_presence(bool there)
{
    static const Text present{"あり", "yes"};
    static const Text absent{"なし", "no"};
    return there ? present : absent;
}

std::optional<bool> presence_named(std::string_view word)
{
    static const std::array<std::string, 7> present = {
        fold("あり"), fold("有"), fold("有り"), fold("○"), fold("〇"), fold("yes"), fold("1")};
    static const std::array<std::string, 8> absent = {
        fold("なし"), fold("無"), fold("無し"), fold("×"), fold("✕"), fold("no"), fold("0"), fold("－")};
    const std::string folded = fold(word);
    if (std::ranges::find(present, folded) != present.end())
        return true;
    if (std::ranges::find(absent, folded) != absent.end())
        return false;
    return std::nullopt;
}

}

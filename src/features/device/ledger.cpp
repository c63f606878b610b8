#include "features/device/ledger.hpp"

#include "core/era.hpp"

#include <cstdint>
#include <fmt/format.h>

namespace hoshuban::device {

const Text& label_of(LedgerColumn column)
{
    static const std::array<Text, ledger_columns> labels = {{
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

// FNV-1a: two descriptions of one unit that fall together are not worth a longer cell.
std::string description_mark(const contract::Device& device)
{
    std::uint32_t sum = 2'166'136'261U;
    for (const std::string* text : {&device.number, &device.kind, &device.device_class, &device.model,
             &device.type_number, &device.division, &device.remarks}) {
        for (const char each : *text + '\n')
            sum = (sum ^ static_cast<unsigned char>(each)) * 16'777'619U;
    }
    return fmt::format("{:08x}", sum);
}

MarkedRowId apart(std::string_view row_id)
{
    const auto end = row_id.rfind('#');
    if (end == std::string_view::npos)
        return {row_id, {}};
    return {row_id.substr(0, end), row_id.substr(end + 1)};
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
    }
    return {};
}

}

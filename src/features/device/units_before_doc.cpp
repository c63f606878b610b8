#include "features/device/units_before_doc.hpp"

#include "formats/csv.hpp"

#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace hoshuban::device {
namespace {

constexpr std::string_view yes = "1";
constexpr std::string_view no = "0";
// A record is known by its length.
constexpr std::size_t unit_fields = 17;
constexpr std::size_t unit_fields_before_parts = 16; // as documents of acts before lists had parts
constexpr std::size_t stay_fields = 6;
constexpr std::size_t detail_fields = 7;
constexpr std::size_t address_fields = 3;
constexpr std::size_t part_fields = 8;
constexpr std::string_view part_word = "part";

void append_unit(std::string& out, const UnitBefore& unit)
{
    const contract::Device& was = unit.device;
    const auto flag = [](bool set) { return set ? yes : no; };
    csv::append_record(out,
        std::vector<std::string_view>{was.id.text, was.number, was.device_class, was.kind, was.model, was.type_number,
            was.division, was.generation, name_of(was.known), name_of(was.pair_unit), was.remarks, flag(unit.fresh),
            flag(unit.described), flag(unit.entered), flag(unit.detail.has_value()), flag(unit.addresses.has_value()),
            flag(unit.parts.has_value())});
}

void append_stay(std::string& out, const Placement& stood)
{
    const std::string from = to_text(stood.from);
    const std::string to = to_text(stood.to);
    const Spot& spot = stood.spot;
    csv::append_record(out,
        std::vector<std::string_view>{from, to, spot.site ? std::string_view{spot.site->text} : std::string_view{},
            spot.place, name_of(spot.use), name_of(spot.keeper)});
}

std::string day_or_none(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

void append_detail(std::string& out, const UnitDetail& was)
{
    const std::string bought_on = day_or_none(was.bought_on);
    const std::string warranty_ends_on = day_or_none(was.warranty_ends_on);
    const std::string version = std::to_string(was.version);
    const std::string_view wire = was.wire ? (*was.wire ? yes : no) : std::string_view{};
    csv::append_record(out,
        std::vector<std::string_view>{
            was.serial, bought_on, warranty_ends_on, wire, was.spare_key ? yes : no, was.medium_edition, version});
}

void append_address(std::string& out, const Span<std::string>& was)
{
    const std::string from = to_text(was.from);
    const std::string to = to_text(was.to);
    csv::append_record(out, std::vector<std::string_view>{from, to, was.value});
}

void append_part(std::string& out, const Part& was)
{
    const std::string from = to_text(was.from);
    const std::string to = to_text(was.to);
    const std::string version = std::to_string(was.version);
    csv::append_record(out,
        std::vector<std::string_view>{
            part_word, was.id.text, name_of(was.kind), was.model, was.serial, from, to, version});
}

std::unexpected<Error> damaged_document()
{
    return fail(ErrorKind::conflict, "device/act_unreadable",
        {"この変更の前の状態を読めません。", "how the units were before this change cannot be read"});
}

template <class T>
Result<void> take_name(T& value, const std::string& name)
{
    const auto found = named<T>(name);
    if (!found)
        return damaged_document();
    value = *found;
    return {};
}

Result<UnitBefore> unit_from(const csv::Record& record)
{
    const auto text = [&](std::size_t place) { return record[place].text; };
    UnitBefore unit;
    contract::Device& was = unit.device;
    was.id = {text(0)};
    was.number = text(1);
    was.device_class = text(2);
    was.kind = text(3);
    was.model = text(4);
    was.type_number = text(5);
    was.division = text(6);
    was.generation = text(7);
    TRY(take_name(was.known, text(8)));
    TRY(take_name(was.pair_unit, text(9)));
    was.remarks = text(10);
    unit.fresh = text(11) == yes;
    unit.described = text(12) == yes;
    unit.entered = text(13) == yes;
    if (text(14) == yes)
        unit.detail.emplace();
    if (text(15) == yes)
        unit.addresses.emplace();
    if (record.size() == unit_fields && text(16) == yes)
        unit.parts.emplace();
    return unit;
}

Result<std::optional<LocalDay>> day_from(const std::string& text)
{
    if (text.empty())
        return std::nullopt;
    TRY_ASSIGN(const LocalDay day, parse_day(text));
    return day;
}

Result<int> version_from(const std::string& text)
{
    int version = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), version).ec != std::errc{})
        return damaged_document();
    return version;
}

Result<UnitDetail> detail_from(const csv::Record& record)
{
    UnitDetail was{.serial = record[0].text};
    TRY_ASSIGN(was.bought_on, day_from(record[1].text));
    TRY_ASSIGN(was.warranty_ends_on, day_from(record[2].text));
    if (!record[3].text.empty())
        was.wire = record[3].text == yes;
    was.spare_key = record[4].text == yes;
    was.medium_edition = record[5].text;
    TRY_ASSIGN(was.version, version_from(record[6].text));
    return was;
}

Result<Span<std::string>> address_from(const csv::Record& record)
{
    Span<std::string> was{.value = record[2].text};
    TRY_ASSIGN(was.from, parse_day(record[0].text));
    TRY_ASSIGN(was.to, parse_day(record[1].text));
    return was;
}

Result<Part> part_from(const csv::Record& record)
{
    if (record[0].text != part_word)
        return damaged_document();
    Part was{.id = {record[1].text}, .model = record[3].text, .serial = record[4].text};
    TRY(take_name(was.kind, record[2].text));
    TRY_ASSIGN(was.from, parse_day(record[5].text));
    TRY_ASSIGN(was.to, parse_day(record[6].text));
    TRY_ASSIGN(was.version, version_from(record[7].text));
    return was;
}

Result<Placement> stay_from(const csv::Record& record)
{
    Placement stood;
    TRY_ASSIGN(stood.from, parse_day(record[0].text));
    TRY_ASSIGN(stood.to, parse_day(record[1].text));
    if (!record[2].text.empty())
        stood.spot.site = SiteId{record[2].text};
    stood.spot.place = record[3].text;
    TRY(take_name(stood.spot.use, record[4].text));
    TRY(take_name(stood.spot.keeper, record[5].text));
    return stood;
}

}

std::string units_before_document(std::span<const UnitBefore> units)
{
    std::string out;
    for (const UnitBefore& unit : units) {
        append_unit(out, unit);
        for (const Placement& stood : unit.course)
            append_stay(out, stood);
        if (unit.detail)
            append_detail(out, *unit.detail);
        for (const auto& span : unit.addresses.value_or(Addresses{}))
            append_address(out, span);
        for (const Part& part : unit.parts.value_or(std::vector<Part>{}))
            append_part(out, part);
    }
    return out;
}

Result<std::vector<UnitBefore>> units_before_from(std::string_view document)
{
    constexpr std::size_t most_records = 10'000'000;
    TRY_ASSIGN(const auto records, csv::parse(document, {.bytes = most_document_bytes, .records = most_records}));
    std::vector<UnitBefore> units;
    for (const csv::Record& record : records) {
        if (record.size() == unit_fields || record.size() == unit_fields_before_parts) {
            TRY_ASSIGN(auto unit, unit_from(record));
            units.push_back(std::move(unit));
        } else if (record.size() == stay_fields && !units.empty()) {
            TRY_ASSIGN(auto stood, stay_from(record));
            units.back().course.push_back(std::move(stood));
        } else if (record.size() == detail_fields && !units.empty() && units.back().detail) {
            TRY_ASSIGN(units.back().detail, detail_from(record));
        } else if (record.size() == address_fields && !units.empty() && units.back().addresses) {
            TRY_ASSIGN(auto span, address_from(record));
            units.back().addresses->push_back(std::move(span));
        } else if (record.size() == part_fields && !units.empty() && units.back().parts) {
            TRY_ASSIGN(auto part, part_from(record));
            units.back().parts->push_back(std::move(part));
        } else {
            return damaged_document();
        }
    }
    return units;
}

}

#pragma once
#include "core/names.hpp"
#include "features/contract/equipment.hpp"
#include "features/device/listed_facts.hpp"
#include "features/device/register.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::device {

/// The columns of a ledger as it leaves and returns, in their order.
enum class LedgerColumn {
    row_id,
    number,
    kind,
    device_class,
    model,
    type_number,
    division,
    site_number,
    site,
    place,
    use,
    keeper,
    since,
    remarks,
    serial,
    bought_on,
    warranty_ends_on,
    wire,
    spare_key,
    medium_edition,
    address,
    authentication_reader,
    touch_panel,
    card_reader,
    storage,
    other_part,
};

constexpr auto names_of(const LedgerColumn*)
{
    return std::to_array<Name<LedgerColumn>>({
        {LedgerColumn::row_id, "row_id"},
        {LedgerColumn::number, "number"},
        {LedgerColumn::kind, "kind"},
        {LedgerColumn::device_class, "class"},
        {LedgerColumn::model, "model"},
        {LedgerColumn::type_number, "type_number"},
        {LedgerColumn::division, "division"},
        {LedgerColumn::site_number, "site_number"},
        {LedgerColumn::site, "site"},
        {LedgerColumn::place, "place"},
        {LedgerColumn::use, "use"},
        {LedgerColumn::keeper, "keeper"},
        {LedgerColumn::since, "since"},
        {LedgerColumn::remarks, "remarks"},
        {LedgerColumn::serial, "serial"},
        {LedgerColumn::bought_on, "bought_on"},
        {LedgerColumn::warranty_ends_on, "warranty_ends_on"},
        {LedgerColumn::wire, "wire"},
        {LedgerColumn::spare_key, "spare_key"},
        {LedgerColumn::medium_edition, "medium_edition"},
        {LedgerColumn::address, "address"},
        {LedgerColumn::authentication_reader, "authentication_reader"},
        {LedgerColumn::touch_panel, "touch_panel"},
        {LedgerColumn::card_reader, "card_reader"},
        {LedgerColumn::storage, "storage"},
        {LedgerColumn::other_part, "other_part"},
    });
}

/// Of the ledger that the city gets (LOC-02).
inline constexpr std::size_t ledger_columns = 14;
/// Of a list that leaves to be worked on: with what is known of each unit besides.
inline constexpr std::size_t list_columns = 26;
/// Of the facts alone: the last ones of a list.
inline constexpr std::size_t fact_columns = list_columns - ledger_columns;

/// Whether a column says something of `ListedFacts`.
constexpr bool is_fact(LedgerColumn column)
{
    return static_cast<std::size_t>(column) >= ledger_columns;
}

/// Which parts of a unit a column lists; none: it lists none.
constexpr std::optional<PartKind> part_kind_of(LedgerColumn column)
{
    switch (column) {
    case LedgerColumn::authentication_reader:
        return PartKind::authentication_reader;
    case LedgerColumn::touch_panel:
        return PartKind::touch_panel;
    case LedgerColumn::card_reader:
        return PartKind::card_reader;
    case LedgerColumn::storage:
        return PartKind::storage;
    case LedgerColumn::other_part:
        return PartKind::other;
    default:
        return std::nullopt;
    }
}

/// 行ID, 機器ID, …
const Text& label_of(LedgerColumn);
/// 受託者, 市
const Text& label_of(Keeper);

/// The words of the contract that a ledger prints.
struct LedgerWords {
    ContractId contract;
    std::map<std::string, Text> classes; ///< by id

    LedgerWords(const ContractId&, const std::vector<contract::DeviceClass>&);
};

/// What names a row of a ledger wherever it travels: `sapporo-r7-juki-cs/D-0014`. It carries the contract because the
/// ids of units repeat from contract to contract.
std::string row_id(const ContractId&, const DeviceId&);

/// What a row that leaves carries behind its id: differs when somebody described the unit otherwise since, so that a
/// list that comes back does not write over that unseen.
std::string description_mark(const contract::Device&);
/// The same of the facts of a unit.
std::string facts_mark(const ListedFacts&);

/// A row id as it was read, apart from its marks: `contract/D-0014#5f0c12ab-77aa00bb`.
struct MarkedRowId {
    std::string_view id;
    std::string_view mark; ///< of the description; empty: the row does not say
    std::string_view facts = {}; ///< mark of the facts; empty: the list left without them
};
MarkedRowId apart(std::string_view row_id);

/// What stands in a cell of a unit's row; nothing in the columns of its facts.
std::string text_of(const Unit&, LedgerColumn, const LedgerWords&);
/// What stands in the columns of its facts; nothing in the others.
std::string text_of(const ListedFacts&, LedgerColumn);

/// あり, なし
const Text& label_of_presence(bool);
/// What a cell says by あり, 有, ○, yes … or なし, 無, ×, no …; none: something else.
std::optional<bool> presence_named(std::string_view);

}

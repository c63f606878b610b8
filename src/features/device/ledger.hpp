#pragma once
#include "core/names.hpp"
#include "features/contract/equipment.hpp"
#include "features/device/register.hpp"

#include <array>
#include <map>
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
    });
}

inline constexpr std::size_t ledger_columns = 14;

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

/// A row id as it was read, apart from its mark: `contract/D-0014#5f0c12ab`.
struct MarkedRowId {
    std::string_view id;
    std::string_view mark; ///< empty: the row does not say
};
MarkedRowId apart(std::string_view row_id);

/// What stands in a cell of a unit's row.
std::string text_of(const Unit&, LedgerColumn, const LedgerWords&);

}

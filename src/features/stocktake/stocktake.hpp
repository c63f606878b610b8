#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "features/contract/profile.hpp"
#include "features/device/register.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::stocktake {

using StocktakeId = Id<struct StocktakeTag>;

/// Looking at every site whether what the register says is there (棚卸; LOC-01, LOC-03).
struct Stocktake {
    StocktakeId id = {};
    ContractId contract_id = {};
    std::string title = {};
    LocalDay on = {}; ///< the register of this day says what is expected where
    std::optional<LocalDay> closed_on = {};
    std::string closed_by = {};
    std::string made_by = {};
    Instant made_at = {};
    int version = 1;
};

/// Something that was found at a site: a unit of the register, or a code that no register knows.
struct Finding {
    std::string code = {}; ///< as it was scanned or typed
    std::optional<DeviceId> device = {};
    SiteId site = {};
    std::string place = {};
    std::string note = {};
    std::string found_by = {};
    Instant found_at = {};
};

/// Under which it is found once: the unit's id, or the folded code.
std::string key_of(const Finding&);

enum class Verdict {
    found, ///< where the register says
    expected, ///< not found yet, at a site that is not finished
    missing, ///< not found at a site that is finished; a unit without a site: not found when every site is
    elsewhere, ///< found at another site than the register says
    unknown, ///< found, and in no register of the day
};

constexpr auto names_of(const Verdict*)
{
    return std::to_array<Name<Verdict>>({{Verdict::found, "found"}, {Verdict::expected, "expected"},
        {Verdict::missing, "missing"}, {Verdict::elsewhere, "elsewhere"}, {Verdict::unknown, "unknown"}});
}

/// 一致, …
const Text& label_of(Verdict);

/// One line of the result: a unit where it is expected, or a thing where it was found.
struct Line {
    std::optional<device::Unit> unit = {}; ///< none for an unknown code
    std::optional<Finding> finding = {};
    std::optional<SiteId> site = {}; ///< at which the line stands: where it was found, else where it is expected
    Verdict verdict = Verdict::expected;
};

/// A site of which somebody said that all of it was looked at.
struct FinishedSite {
    SiteId site = {};
    std::string finished_by = {};
    Instant finished_at = {};
};

/// How far the stock-take is, at one site or altogether.
struct Tally {
    int expected = 0; ///< units that the register has there
    int found = 0;
    int missing = 0;
    int elsewhere = 0; ///< found there, expected at another site
    int unknown = 0;

    void add(const Line&, const std::optional<SiteId>& at);
    int open() const { return expected - found - missing; }
};

/// Whether a unit is looked for: there, and kept by the contractor (LOC-08).
bool belongs(const device::Unit&);

/// The result: every unit that is looked for and everything that was found, by site and number. A unit that was found
/// elsewhere stands once, where it was found.
std::vector<Line> lines_of(std::span<const device::Unit>, std::span<const Finding>, std::span<const FinishedSite>);

/// Settles what somebody wrote; refuses days outside the contract and days to come.
Result<void> take(const contract::Profile&, Stocktake&, LocalDay today);

/// The codes that name a unit: its label (contract and id, `device::row_id`; the id alone on labels that were printed
/// before), its device id, whatever their width and case.
class CodeBook {
public:
    /// @param contracts  all there are: a label of one of the others is known as such
    CodeBook(const ContractId&, std::span<const device::Unit>, std::span<const ContractId> contracts);

    /// Null when no unit has this code.
    const device::Unit* find(std::string_view code) const;
    /// Refuses a label of another contract (`stocktake/other_contract`).
    Result<void> check_ours(std::string_view code) const;

private:
    std::vector<std::string> foreign_; ///< how the labels of the other contracts begin, folded
    std::map<std::string, const device::Unit*, std::less<>> units_;
};

/// Settles a scanned code; refuses an empty or an overlong one.
Result<std::string> code_in(std::string_view);

Result<void> check_open(const Stocktake&);

/// The stock-take at its end; refuses while something is expected at a site that is not finished.
Result<Stocktake> closed(Stocktake, std::span<const Line>, LocalDay today, std::string by);
/// Opens it again; the reason stands in the history.
Result<Stocktake> reopened(Stocktake, std::string_view reason);

}

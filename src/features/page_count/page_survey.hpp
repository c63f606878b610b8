#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "features/contract/profile.hpp"
#include "features/device/register.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::page_count {

using SurveyId = Id<struct PageSurveyTag>;

/// No printer counts as far.
inline constexpr std::int64_t most_pages = 999'999'999;

/// A survey of the page counters of all printers that stand at the contractor's sites (印刷枚数調査, PRN-01).
struct Survey {
    SurveyId id = {};
    ContractId contract_id = {};
    std::string title = {};
    LocalDay on = {}; ///< the register of this day says which units are read
    std::optional<LocalDay> first = {}; ///< the days that were agreed with the city (PRN-03)
    std::optional<LocalDay> last = {};
    std::string agreed = {}; ///< with whom and when
    /// Results that the city handed over: read before the contract, of the units that the register opened with.
    bool earlier = false;
    std::optional<LocalDay> submitted_on = {};
    std::string submitted_by = {};
    std::string made_by = {};
    Instant made_at = {};
    int version = 1;
};

/// What somebody read from a counter, or why it could not be read.
struct Reading {
    std::optional<std::int64_t> pages = {};
    LocalDay read_on = {};
    std::string note = {}; ///< why there is no number, or why the number is right although it is asked about
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 0; ///< 0: not entered yet
};

struct Previous {
    std::int64_t pages = 0;
    LocalDay read_on = {};
};

/// What somebody should look at in a number.
enum class Doubt { none, backwards, jumped };

constexpr auto names_of(const Doubt*)
{
    return std::to_array<Name<Doubt>>(
        {{Doubt::none, "none"}, {Doubt::backwards, "backwards"}, {Doubt::jumped, "jumped"}});
}

enum class Standing { unread, read, not_readable, asked };

constexpr auto names_of(const Standing*)
{
    return std::to_array<Name<Standing>>({{Standing::unread, "unread"}, {Standing::read, "read"},
        {Standing::not_readable, "not_readable"}, {Standing::asked, "asked"}});
}

/// 未読取, …
const Text& label_of(Standing);

/// A printer of the survey.
struct SurveyedUnit {
    device::Unit unit;
    std::optional<Previous> previous = {}; ///< the last number of an earlier survey
    std::optional<Reading> reading = {};
    Doubt doubt = Doubt::none;
    Standing standing = Standing::unread;

    /// Pages since the last reading (PRN-02); none without two numbers.
    std::optional<std::int64_t> difference() const;
};

/// Whether the contract counts a unit in its surveys: there, and kept by the contractor (PRN-04, SIT-11).
bool belongs(const device::Unit&);

/// Fills in what follows from the numbers: doubt and standing. A doubt is settled by a note.
void judge(const contract::PageSurveyTerms&, SurveyedUnit&);

/// How far a survey is, at one site or altogether.
struct Progress {
    int units = 0;
    int read = 0; ///< with a number, doubted or not
    int not_readable = 0;
    int asked = 0;
    std::int64_t pages = 0; ///< the sum of the differences

    void add(const SurveyedUnit&);
    int unread() const { return units - read - not_readable; }
};

Progress progress_of(std::span<const SurveyedUnit>);

/// What names a row of a survey's sheet wherever it travels: `sapporo-r7-juki-cs/<survey>/D-0014`. It carries contract
/// and survey because the ids of units repeat from contract to contract, and a counter belongs to one survey.
std::string sheet_row_id(const Survey&, const DeviceId&);

/// The terms of a contract that asks for surveys.
Result<contract::PageSurveyTerms> terms_of(const contract::Profile&);

/// Settles what somebody wrote of a survey; refuses days outside the contract, and an end before the begin.
Result<void> take(const contract::Profile&, Survey&);

/// The number in a text as people write it: full width, with commas, with 枚 behind it. Refuses anything else.
Result<std::int64_t> pages_in(std::string_view);

/// Settles a reading of a survey: a number, or a note that says why there is none, read on a day of the survey that has
/// come.
Result<void> take(const contract::Profile&, const Survey&, Reading&, LocalDay today);

/// Refuses changes of what was submitted.
Result<void> check_open(const Survey&);

/// The survey as it leaves; refuses while a unit is unread or asked about, and a second time.
Result<Survey> submitted(Survey, std::span<const SurveyedUnit>, LocalDay on, std::string by, LocalDay today);
/// Takes it back, to correct it; the reason stands in the history.
Result<Survey> reopened(Survey, std::string_view reason);

}

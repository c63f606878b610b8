#include "features/contract/profile_check.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string_view>

namespace hoshuban::contract {
namespace {

/// Gathers what cannot be of one level.
class LevelCheck {
public:
    LevelCheck(std::vector<Objection>& found, const Profile& profile, std::size_t place)
        : found_{found}
        , profile_{profile}
        , level_{profile.service_levels[place]}
        , path_{fmt::format("service_levels[{}]", place)}
    {
    }

    void run()
    {
        if (std::ranges::find(profile_.work_classes, level_.work_class, &WorkClass::id) == profile_.work_classes.end())
            unknown("work_class", level_.work_class, {"作業区分", "work class"});
        for (std::size_t i = 0; i < level_.device_classes.size(); ++i) {
            const std::string& wanted = level_.device_classes[i];
            if (std::ranges::find(profile_.device_classes, wanted, &DeviceClass::id) == profile_.device_classes.end())
                unknown(fmt::format("classes[{}]", i), wanted, {"機器の種別", "device class"});
        }
        severities();
        days();
        target();
    }

private:
    void object(std::string_view place, std::string_view code, Text text)
    {
        found_.push_back(
            {"contract.yaml", fmt::format("{}.{}", path_, place), fmt::format("contract/{}", code), std::move(text)});
    }

    void unknown(std::string_view place, std::string_view name, const Text& kind)
    {
        object(place, "unknown_reference",
            {fmt::format("{}「{}」はこのプロファイルにありません。", kind.ja, name),
                fmt::format("there is no {} \"{}\" in this profile", kind.en, name)});
    }

    bool concerns(const SupportWindow& window) const
    {
        return level_.device_classes.empty() || std::ranges::any_of(window.device_classes, [&](const auto& each) {
            return std::ranges::find(level_.device_classes, each) != level_.device_classes.end();
        });
    }

    void severities()
    {
        std::set<std::string_view> known;
        for (const SupportWindow& window : profile_.support_windows) {
            if (concerns(window) && !window.severity.empty())
                known.insert(window.severity);
        }
        for (std::size_t i = 0; i < level_.severities.size(); ++i) {
            if (!known.contains(level_.severities[i])) {
                object(fmt::format("severities[{}]", i), "level_severity",
                    {fmt::format(
                         "重大度「{}」は、この目標の機器の support_windows にありません。", level_.severities[i]),
                        fmt::format(
                            "no support window of the level's classes has a severity \"{}\"", level_.severities[i])});
            }
        }
    }

    void days()
    {
        const LocalDay from = level_.valid_from.value_or(profile_.period.first);
        const LocalDay until = level_.valid_until.value_or(profile_.period.last);
        if (from > until || from > profile_.period.last || until < profile_.period.first) {
            object("valid_from", "level_never_valid",
                {fmt::format("{} から {} まででは、履行期間のどの日にも当たりません。", to_text(from), to_text(until)),
                    fmt::format("from {} until {} is no day of the contract's period", to_text(from), to_text(until))});
        }
    }

    void target()
    {
        if (level_.minutes > 0 && !level_.by_day.empty()) {
            object("by_day", "level_two_targets",
                {"minutes と by_day はどちらか一つにしてください。", "write minutes or by_day, not both"});
        }
        if (!has_target(level_) && (level_.exception || level_.miss_needs_reason)) {
            object(level_.exception ? "exception" : "miss_needs_reason", "level_without_target",
                {"数値目標がないので、未達成も例外もありません。minutes か by_day を書いてください。",
                    "without a target nothing is missed or set aside: write minutes or by_day"});
        }
        for (std::size_t i = 0; i < level_.by_day.size(); ++i)
            row(i);
    }

    void row(std::size_t place)
    {
        const DayTarget& target = level_.by_day[place];
        const std::string path = fmt::format("by_day[{}]", place);
        if (!target.before != (place + 1 == level_.by_day.size())) {
            object(path + ".before", "level_rows",
                {"before は最後の行にだけ書きません。残りの時刻の指示がその行になります。",
                    "every row but the last has a before; the last one is for the rest of the day"});
        }
        if (place > 0 && target.before && level_.by_day[place - 1].before &&
            *target.before <= *level_.by_day[place - 1].before) {
            object(path + ".before", "level_rows_order",
                {"before は早い時刻から順に書いてください。", "write the rows in the order of their times"});
        }
        if (target.open_days == 0 && target.at && (!target.before || *target.before > *target.at)) {
            object(path + ".at", "level_past",
                {"その日の at より後に受けた指示は、受けたときに期限が過ぎています。before を at 以前にするか、"
                 "open_days を1以上にしてください。",
                    "an instruction after at is late when it comes: let before be no later than at, or open_days at "
                    "least 1"});
        }
    }

    std::vector<Objection>& found_;
    const Profile& profile_;
    const ServiceLevel& level_;
    std::string path_;
};

}

std::vector<Objection> check_levels(const Profile& profile)
{
    std::vector<Objection> found;
    for (std::size_t i = 0; i < profile.service_levels.size(); ++i)
        LevelCheck{found, profile, i}.run();
    return found;
}

}

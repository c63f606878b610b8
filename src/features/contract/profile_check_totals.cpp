#include "features/contract/profile_check.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <utility>

namespace hoshuban::contract {
namespace {

/// Holds the totals that a contract states against what its profile lists.
class TotalsChecker {
public:
    explicit TotalsChecker(const Profile& profile)
        : profile_{profile}
    {
    }

    std::vector<Objection> run()
    {
        for (std::size_t i = 0; i < profile_.stated_totals.size(); ++i)
            total(fmt::format("stated_totals[{}]", i), profile_.stated_totals[i]);
        return std::move(found_);
    }

private:
    void total(const std::string& path, const StatedTotal& total)
    {
        if (!total.device_class.empty() && !has_class(total.device_class)) {
            object(path + ".class", "contract/unknown_reference",
                {fmt::format("機器の種別「{}」はこのプロファイルにありません。", total.device_class),
                    fmt::format("there is no device class \"{}\" in this profile", total.device_class)});
        }
        if (total.part.has_value() != (total.counts == TotalCounts::parts)) {
            object(path + ".part", "contract/total_part",
                {"part は counts: parts の合計だけに書き、その合計には必ず書いてください。",
                    "part belongs to totals with counts: parts, and each of those needs it"});
        }
        if (comes_by_list(total))
            return;
        meet(path + ".count", total, "台数・拠点数", total.count, count(total, [](DeviceStatus) { return true; }));
        if (total.planned) {
            meet(path + ".planned", total, "予定の台数", *total.planned,
                count(total, [](DeviceStatus status) { return status == DeviceStatus::planned; }));
        }
    }

    bool has_class(const std::string& id) const
    {
        return std::ranges::find(profile_.device_classes, id, &DeviceClass::id) != profile_.device_classes.end();
    }

    // What the profile does not list itself comes into the register by the city's lists, and parts with them or one by
    // one: the register is then put beside the totals, not the profile.
    bool comes_by_list(const StatedTotal& total) const
    {
        if (total.counts == TotalCounts::parts)
            return true;
        return total.counts == TotalCounts::sites ? profile_.sites.empty() : profile_.devices.empty();
    }

    template <class Counted>
    int count(const StatedTotal& total, Counted counted) const
    {
        if (total.counts == TotalCounts::sites)
            return static_cast<int>(profile_.sites.size());
        return static_cast<int>(std::ranges::count_if(profile_.devices, [&](const Device& device) {
            return (total.device_class.empty() || device.device_class == total.device_class) &&
                (total.division.empty() || device.division == total.division) && counted(device.status);
        }));
    }

    void meet(std::string path, const StatedTotal& total, const char* what, int stated, int registered)
    {
        if (stated == registered)
            return;
        object(std::move(path), "contract/total",
            {fmt::format("{}の{}は{}とされていますが、登録は{}です。", total.label.ja, what, stated, registered),
                fmt::format("{}: the contract states {}, the register holds {}", total.label.en, stated, registered)});
    }

    void object(std::string path, std::string code, Text text)
    {
        found_.push_back({"contract.yaml", std::move(path), std::move(code), std::move(text)});
    }

    const Profile& profile_;
    std::vector<Objection> found_;
};

}

std::vector<Objection> check_totals(const Profile& profile)
{
    return TotalsChecker{profile}.run();
}

}

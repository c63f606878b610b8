#include "features/calendar/holiday_api.hpp"

#include "features/calendar/calendar_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::calendar {
namespace {

struct HolidaysView {
    int version;
    LocalDay published_from;
    LocalDay published_until;
    int days;
};

auto describe(const HolidaysView*)
{
    using V = HolidaysView;
    return json::object<V>("Holidays", json::field("version", &V::version),
        json::field("published_from", &V::published_from, {"公表済みの最初の日", "Published from"}),
        json::field("published_until", &V::published_until, {"公表済みの最後の日", "Published until"}),
        json::field("days", &V::days, {"日数", "Days"}));
}

struct ChangeView {
    LocalDay day;
    std::string before;
    std::string after;
};

auto describe(const ChangeView*)
{
    using V = ChangeView;
    return json::object<V>("HolidayChange", json::field("day", &V::day, {"日付", "Day"}),
        json::field("before", &V::before, {"いまの一覧", "Before"}),
        json::field("after", &V::after, {"新しい一覧", "After"}));
}

struct ComparisonView {
    HolidaysView before;
    HolidaysView after;
    std::vector<ChangeView> changes;
    bool saved;
};

auto describe(const ComparisonView*)
{
    using V = ComparisonView;
    return json::object<V>("HolidayComparison", json::field("before", &V::before, {"いまの一覧", "Before"}),
        json::field("after", &V::after, {"新しい一覧", "After"}),
        json::field("changes", &V::changes, {"違い", "Changes"}),
        json::field("saved", &V::saved, {"保存した", "Saved"}));
}

/// Without `save_over`, the version whose difference was seen, nothing is saved.
struct ImportQuery {
    std::optional<int> save_over;
};

auto describe(const ImportQuery*)
{
    return json::object<ImportQuery>("HolidayImportQuery",
        json::field("save_over", &ImportQuery::save_over, {"確かめた一覧の版", "Version whose difference was seen"}));
}

HolidaysView view_of(int version, const HolidayTable& table)
{
    return {version, table.published_from(), table.published_until(), static_cast<int>(table.published().size())};
}

ComparisonView compare(const Holidays& before, const HolidayTable& after)
{
    ComparisonView view{view_of(before.version, *before.table), view_of(before.version + 1, after), {}, false};
    for (HolidayDifference& change : difference(*before.table, after))
        view.changes.push_back({change.day, std::move(change.before), std::move(change.after)});
    return view;
}

Result<HolidaysView> show_holidays(http::Context& context)
{
    const Holidays current = context.database().read([](db::Reader& reader) { return holidays(reader); });
    return view_of(current.version, *current.table);
}

Result<ComparisonView> receive_holidays(http::Context& context, const ImportQuery& query, const http::Upload& upload)
{
    TRY_ASSIGN(const HolidayTable table, HolidayTable::parse_csv(upload.bytes));
    if (!query.save_over)
        return context.database().read([&](db::Reader& reader) { return compare(holidays(reader), table); });

    const audit::Entry event = audit::entry(context, audit::system_chain, "calendar.holidays_imported",
        {"holiday_list", std::to_string(*query.save_over + 1)});
    return context.database().write([&](db::Tx& tx) -> Result<ComparisonView> {
        ComparisonView view = compare(holidays(tx), table);
        TRY(import_holidays(tx, upload.bytes, *query.save_over, event));
        view.saved = true;
        return view;
    });
}

}

void add_holiday_routes(http::Router& router)
{
    router.get("/api/v1/holidays", show_holidays)
        .permission(Permission::administer)
        .summary({"公表済みの祝日", "The published holidays"});
    router.post("/api/v1/holidays", receive_holidays)
        .permission(Permission::administer)
        .max_body(1'000'000)
        .summary({"祝日のCSVを比べる・取り込む", "Compare or import the holiday CSV"});
}

}

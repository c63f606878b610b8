#include "features/incident/achievement_api.hpp"

#include "core/calendar_day.hpp"
#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/device/reach.hpp"
#include "features/incident/achievement_doc.hpp"
#include "features/incident/achievement_view_api.hpp"

#include <charconv>
#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

constexpr const char* excel_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::size_t most_file_bytes = 20'000'000;

/// A month as it counts now.
struct Month {
    std::shared_ptr<const contract::Profile> profile;
    std::chrono::year_month month;
    std::vector<Counted> cases;
    std::vector<KeptClock> clocks;
};

std::chrono::year_month month_now(const http::Context& context)
{
    return month_of(day_of(context.now()));
}

Result<Month> read_month(const http::Context& context, db::Reader& reader, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto month, parse_month(context.path_text("month")));
    TRY_ASSIGN(auto profile, contract::profile(reader, profiles, context.path<ContractId>("contract")));
    TRY_ASSIGN(const auto levels, LevelCalendars::of(reader, *profile));
    const auto sites = device::seen_sites(context.actor(), profile->id);
    TRY_ASSIGN(auto cases, counted_in(reader, profile->id, month, levels, sites, context.now()));
    std::vector<std::string> ids;
    for (const contract::ServiceLevel& level : profile->service_levels)
        ids.push_back(level.id);
    auto clocks = kept_clocks(cases, ids);
    return Month{std::move(profile), month, std::move(cases), std::move(clocks)};
}

// Only who sees every site is shown what was reported: it tells of every site.
bool sees_all(const http::Context& context, const ContractId& contract)
{
    return !device::seen_sites(context.actor(), contract);
}

Result<AchievementView> view_of_month(const http::Context& context, db::Reader& reader, const Month& month)
{
    const ContractId& contract = month.profile->id;
    AchievementView view{.month = month_text(month.month),
        .over = month.month < month_now(context),
        .levels = tally_views(*month.profile, month_rows(month.profile->service_levels), month.cases),
        .apart = tally_views(*month.profile, month_rows_apart(month.profile->service_levels), month.cases),
        .groups = group_views(*month.profile, month.cases)};
    for (const Counted& each : month.cases)
        view.incidents.push_back(view_of(each, *month.profile));
    if (!sees_all(context, contract))
        return view;
    view.may_report = context.actor().may(Permission::record_incident, contract);
    if (const auto last = reported(reader, contract, month.month)) {
        view.reported = ReportedMonthView{last->edition, last->name, last->reported_by, last->reported_at};
        for (const Difference& each : differences(kept(reader, *last), month.clocks))
            view.differences.push_back(view_of(each));
    }
    return view;
}

Result<AchievementView> show_month(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<AchievementView> {
        TRY_ASSIGN(const auto month, read_month(context, reader, profiles));
        return view_of_month(context, reader, month);
    });
}

void record_reading(http::Context& context, const std::string& month)
{
    audit::Entry entry = audit::entry(
        context, context.path<ContractId>("contract"), "incident.month_exported", {"incident_month", month});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
}

Result<http::File> export_month(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto month,
        context.database().read([&](db::Reader& reader) { return read_month(context, reader, profiles); }));
    TRY_ASSIGN(auto bytes,
        achievement_workbook({*month.profile, month.month, month.cases}, context.language(), context.now()));
    record_reading(context, month_text(month.month));
    return http::File{excel_type, achievement_name(month.month), std::move(bytes)};
}

// A month that is over, each miss with the reason that the contract wants (SLA-06).
Result<void> check_ready(const http::Context& context, const Month& month)
{
    if (month.month >= month_now(context)) {
        const Text text{"まだ終わっていない月は提出できません。翌月になってから提出してください。",
            "the month is not over: report it once it is"};
        return fail(ErrorKind::conflict, "incident/month_not_over", text, {{"month", "incident/month_not_over", text}});
    }
    std::vector<FieldError> fields;
    for (const Counted& each : month.cases) {
        for (std::size_t i = 0; i < each.clocks.size(); ++i) {
            const contract::ServiceLevel& level = month.profile->service_levels[i];
            const Incident& incident = each.listed.incident;
            if (each.clocks[i].standing != Standing::missed || !level.miss_needs_reason ||
                incident.outcome.miss_reasons.contains(level.id))
                continue;
            const std::string& number =
                incident.case_number.empty() ? incident.intake.phenomenon : incident.case_number;
            fields.push_back({"month", "incident/miss_unexplained",
                {fmt::format("{}: 「{}」を守れなかった理由がありません。", number, level.label.ja),
                    fmt::format("{}: the reason why \"{}\" was missed is not written", number, level.label.en)}});
        }
    }
    if (fields.empty())
        return {};
    const Text first = fields.front().text;
    return fail(ErrorKind::conflict, "incident/miss_unexplained", first, std::move(fields));
}

Result<AchievementView> report_month(http::Context& context, const ReportMonth& body, contract::ProfileCache& profiles)
{
    return context.database().write([&](db::Tx& tx) -> Result<AchievementView> {
        TRY_ASSIGN(const auto month, read_month(context, tx, profiles));
        if (!sees_all(context, month.profile->id))
            return fail(ErrorKind::forbidden, "incident/not_yours",
                {"すべての拠点を見る人が提出します。", "reported by who sees every site"});
        TRY(check_ready(context, month));
        const auto last = reported(tx, month.profile->id, month.month);
        if (body.edition != (last ? last->edition : 0))
            return changed_meanwhile("incident/month_changed", last ? last->edition : 0);
        TRY_ASSIGN(const auto bytes,
            achievement_workbook({*month.profile, month.month, month.cases}, Language::ja, context.now()));
        const auto file = db::pack_blob(bytes);
        report(tx, audit::cause_of(context),
            {.contract_id = month.profile->id,
                .month = month.month,
                .edition = body.edition + 1,
                .name = achievement_name(month.month),
                .sha256 = file.sha256,
                .reported_by = context.actor().name,
                .reported_at = context.now()},
            month.cases, month.clocks, file);
        return view_of_month(context, tx, month);
    });
}

// No edition is 0: what is no number is not found.
int edition_of(const http::Context& context)
{
    const std::string& text = context.path_text("edition");
    int edition = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), edition);
    return error == std::errc{} && end == text.data() + text.size() ? edition : 0;
}

Result<http::File> download_month(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    if (!sees_all(context, contract))
        return fail(ErrorKind::not_found, "incident/not_reported",
            {"この月の表はまだ提出されていません。", "this month is not reported yet"});
    http::File file{.content_type = excel_type, .filename = {}, .bytes = {}};
    TRY(context.database().read([&](db::Reader& reader) -> Result<void> {
        TRY_ASSIGN(const auto month, parse_month(context.path_text("month")));
        TRY_ASSIGN(const auto found, reported(reader, contract, month, edition_of(context)));
        TRY_ASSIGN(file.bytes, db::find_blob(reader, found.sha256, most_file_bytes));
        file.filename = found.name;
        return {};
    }));
    record_reading(context, context.path_text("month"));
    return file;
}

}

void add_achievement_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string one = "/api/v1/contracts/{contract}/incident-months/{month}";
    router.get(one, [&profiles](http::Context& context) { return show_month(context, profiles); })
        .permission(Permission::view_incident)
        .summary({"サービスレベルの月次表", "The service levels of a month"});
    router.get(one + "/export", [&profiles](http::Context& context) { return export_month(context, profiles); })
        .permission(Permission::view_incident)
        .summary({"サービスレベルの月次表（Excel）", "The service levels of a month as an Excel file"});
    router
        .post(one + "/report",
            [&profiles](
                http::Context& context, const ReportMonth& body) { return report_month(context, body, profiles); })
        .permission(Permission::record_incident)
        .summary({"サービスレベルの月次表を市に提出する", "Report the service levels of a month to the city"});
    router.get(one + "/editions/{edition}", [](http::Context& context) { return download_month(context); })
        .permission(Permission::view_incident)
        .summary({"提出したサービスレベルの月次表", "The service levels of a month as they were reported"});
}

}

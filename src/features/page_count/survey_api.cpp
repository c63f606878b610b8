#include "features/page_count/survey_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/device/reach.hpp"
#include "features/page_count/body_api.hpp"
#include "features/page_count/reading_list_doc.hpp"
#include "features/page_count/survey_store.hpp"
#include "features/page_count/view_api.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace hoshuban::page_count {
namespace {

using One = http::Versioned<SurveyView>;

constexpr std::size_t most_sheet_bytes = std::size_t{20} << 20;

Result<std::shared_ptr<const contract::Profile>> profile_of(
    const http::Context& context, contract::ProfileCache& profiles)
{
    return contract::profile(context.database(), profiles, context.path<ContractId>("contract"));
}

// A site contact sees the printers of the own sites.
Sight sight_of(const http::Context& context, const std::optional<std::string>& site)
{
    return {
        .site = site.value_or(""), .only = device::seen_sites(context.actor(), context.path<ContractId>("contract"))};
}

struct OpenSurvey {
    Survey survey;
    std::vector<SurveyedUnit> units;
};

Result<OpenSurvey> open_survey(const http::Context& context, db::Reader& reader, const contract::Profile& profile,
    const std::optional<std::string>& site = {})
{
    TRY_ASSIGN(auto survey, get_survey(reader, profile.id, context.path<SurveyId>("id")));
    TRY_ASSIGN(auto units, surveyed_units(reader, profile, survey, sight_of(context, site)));
    return OpenSurvey{std::move(survey), std::move(units)};
}

One answer(const OpenSurvey& open, const http::Context& context)
{
    return {view_of(open.survey, open.units, context.actor()), open.survey.version};
}

Survey written_survey(const WriteSurvey& body, Survey survey)
{
    survey.title = body.title;
    survey.on = body.on;
    survey.first = body.first;
    survey.last = body.last;
    survey.agreed = body.agreed;
    return survey;
}

Result<SurveyListView> list_all(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    SurveyListView view{
        .items = {}, .asked = profile->page_survey.has_value(), .may_plan = false, .asked_above = 0, .clause = {}};
    if (profile->page_survey) {
        view.may_plan = context.actor().may(Permission::survey_pages, profile->id);
        view.asked_above = profile->page_survey->asked_above;
        view.clause = profile->page_survey->clause;
    }
    context.database().read([&](db::Reader& reader) {
        for (const Survey& survey : list_surveys(reader, profile->id))
            view.items.push_back(row_view_of(survey));
    });
    return view;
}

Result<http::Created<SurveyView>> plan_survey(
    http::Context& context, const WriteSurvey& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY(terms_of(*profile));
    Survey survey = written_survey(body,
        {.id = context.new_id<SurveyId>(),
            .contract_id = profile->id,
            .earlier = body.earlier,
            .made_by = context.actor().name,
            .made_at = context.now()});
    TRY(take(*profile, survey));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<SurveyView>> {
        TRY(insert(tx, audit::cause_of(context), survey));
        TRY_ASSIGN(const auto units, surveyed_units(tx, *profile, survey));
        return http::Created<SurveyView>{
            view_of(survey, units, context.actor()), context.request().path + "/" + survey.id.text};
    });
}

Result<One> show_survey(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto open, open_survey(context, reader, *profile));
        return answer(open, context);
    });
}

Result<SurveyedUnitsView> show_units(http::Context& context, const SurveyQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    return context.database().read([&](db::Reader& reader) -> Result<SurveyedUnitsView> {
        TRY_ASSIGN(const auto open, open_survey(context, reader, *profile, query.site));
        SurveyedUnitsView view;
        for (const SurveyedUnit& unit : open.units)
            view.items.push_back(view_of(unit));
        return view;
    });
}

// One change of the survey itself: `decide` says what becomes of it.
template <class Decide>
Result<One> change(http::Context& context, contract::ProfileCache& profiles, const char* kind,
    const std::string& reason, Decide decide)
{
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, get_version(tx, profile->id, context.path<SurveyId>("id"), version));
        TRY_ASSIGN(const auto units, surveyed_units(tx, *profile, before));
        TRY_ASSIGN(auto wanted, decide(*profile, before, units));
        TRY_ASSIGN(auto after, update(tx, audit::cause_of(context), kind, before, std::move(wanted), reason));
        TRY_ASSIGN(auto after_units, surveyed_units(tx, *profile, after));
        return answer({std::move(after), std::move(after_units)}, context);
    });
}

Result<One> change_survey(http::Context& context, const WriteSurvey& body, contract::ProfileCache& profiles)
{
    return change(context, profiles, "page_survey.changed", "",
        [&](const contract::Profile& profile, const Survey& before, const auto&) -> Result<Survey> {
            TRY(check_open(before));
            Survey wanted = written_survey(body, before);
            TRY(take(profile, wanted));
            return wanted;
        });
}

Result<One> submit_survey(http::Context& context, const SubmitSurvey& body, contract::ProfileCache& profiles)
{
    return change(context, profiles, "page_survey.submitted", "",
        [&](const contract::Profile&, const Survey& before, const std::vector<SurveyedUnit>& units) {
            return submitted(before, units, body.on, context.actor().name, day_of(context.now()));
        });
}

Result<One> reopen_survey(http::Context& context, const ReopenSurvey& body, contract::ProfileCache& profiles)
{
    return change(context, profiles, "page_survey.reopened", body.reason,
        [&](const contract::Profile&, const Survey& before, const auto&) { return reopened(before, body.reason); });
}

std::unexpected<Error> unknown_unit(std::size_t i)
{
    const std::string path = fmt::format("readings[{}].device_id", i);
    const Text text{"この調査の対象の機器ではありません。", "no unit of this survey"};
    return fail(ErrorKind::invalid, "page_count/unknown_unit", text, {{path, "page_count/unknown_unit", text}});
}

// What is wrong with one reading, at its place in the body.
std::unexpected<Error> at(std::size_t i, Error error)
{
    for (FieldError& each : error.fields)
        each.path = fmt::format("readings[{}].{}", i, each.path);
    return std::unexpected{std::move(error)};
}

Result<EnteredReading> taken(
    const http::Context& context, const contract::Profile& profile, const Survey& survey, const WriteReading& body)
{
    EnteredReading entered{.device = body.device_id,
        .reading = {.pages = {},
            .read_on = body.read_on,
            .note = body.note,
            .entered_by = context.actor().name,
            .entered_at = context.now(),
            .version = body.version}};
    if (!body.pages.empty()) {
        TRY_ASSIGN(entered.reading.pages, pages_in(body.pages));
    }
    TRY(take(profile, survey, entered.reading, day_of(context.now())));
    return entered;
}

Result<SurveyView> enter_readings(http::Context& context, const WriteReadings& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    return context.database().write([&](db::Tx& tx) -> Result<SurveyView> {
        TRY_ASSIGN(const auto open, open_survey(context, tx, *profile));
        TRY(check_open(open.survey));
        std::vector<EnteredReading> entered;
        for (std::size_t i = 0; i < body.readings.size(); ++i) {
            const WriteReading& each = body.readings[i];
            const bool known = std::ranges::any_of(
                open.units, [&](const SurveyedUnit& surveyed) { return surveyed.unit.device.id == each.device_id; });
            if (!known)
                return unknown_unit(i);
            auto reading = taken(context, *profile, open.survey, each);
            if (!reading)
                return at(i, std::move(reading).error());
            entered.push_back(*std::move(reading));
        }
        TRY(put_readings(tx, audit::cause_of(context), open.survey, open.units, entered));
        TRY_ASSIGN(const auto after, open_survey(context, tx, *profile));
        return view_of(after.survey, after.units, context.actor());
    });
}

Result<FileReadingsView> read_file(
    http::Context& context, const ReadingFileQuery& query, const http::Upload& upload, contract::ProfileCache& profiles)
{
    TRY(attachment::check_file_name(query.name));
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY_ASSIGN(const auto open,
        context.database().read([&](db::Reader& reader) { return open_survey(context, reader, *profile); }));
    TRY(check_open(open.survey));
    TRY_ASSIGN(const auto rows, read_survey(upload.bytes, *profile, open.survey, open.units, day_of(context.now())));
    FileReadingsView view;
    for (const FileReading& row : rows)
        view.items.push_back(view_of(row));
    return view;
}

Result<http::File> export_survey(http::Context& context, const SurveyQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY_ASSIGN(const auto open, context.database().read([&](db::Reader& reader) {
        return open_survey(context, reader, *profile, query.site);
    }));
    const std::string site = query.site && !open.units.empty() ? open.units.front().unit.site_name : std::string{};
    TRY_ASSIGN(auto bytes, survey_workbook(open.survey, open.units, site, context.language(), context.now()));
    audit::Entry entry =
        audit::entry(context, profile->id, "page_survey.exported", {"page_survey", open.survey.id.text});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name =
        fmt::format("印刷枚数調査_{}{}.xlsx", to_text(open.survey.on), site.empty() ? "" : "_" + site);
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

void add_change_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    router
        .patch(one,
            [&profiles](
                http::Context& context, const WriteSurvey& body) { return change_survey(context, body, profiles); })
        .permission(Permission::survey_pages)
        .summary({"印刷枚数調査の予定を直す", "Change a survey of printed pages"});
    router
        .post(one + "/readings",
            [&profiles](
                http::Context& context, const WriteReadings& body) { return enter_readings(context, body, profiles); })
        .permission(Permission::survey_pages)
        .summary({"印刷枚数を記入する", "Enter page counters"});
    router
        .post(one + "/reading-file",
            [&profiles](http::Context& context, const ReadingFileQuery& query, const http::Upload& upload) {
                return read_file(context, query, upload, profiles);
            })
        .permission(Permission::survey_pages)
        .max_body(most_sheet_bytes)
        .takes_long()
        .summary({"調査票（Excel・CSV）を読み、行ごとの差を見る", "Read a sheet of a survey and show each row"});
    router
        .post(one + "/submit",
            [&profiles](
                http::Context& context, const SubmitSurvey& body) { return submit_survey(context, body, profiles); })
        .permission(Permission::survey_pages)
        .summary({"印刷枚数調査結果を提出する", "Submit a survey of printed pages"});
    router
        .post(one + "/reopen",
            [&profiles](
                http::Context& context, const ReopenSurvey& body) { return reopen_survey(context, body, profiles); })
        .permission(Permission::survey_pages)
        .summary({"提出を取り消して直せるようにする", "Take a submitted survey back"});
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(get_survey(reader, context.path<ContractId>("contract"), context.path<SurveyId>("id")));
    if (sight_of(context, {}).only)
        return fail(ErrorKind::not_found, "page_count/not_found", {"見つかりません。", "not found"});
    return {};
}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/page-surveys";
    const std::string one = all + "/{id}";
    router.get(all, [&profiles](http::Context& context) { return list_all(context, profiles); })
        .permission(Permission::view_device)
        .summary({"印刷枚数調査の一覧", "List surveys of printed pages"});
    router
        .post(all,
            [&profiles](
                http::Context& context, const WriteSurvey& body) { return plan_survey(context, body, profiles); })
        .permission(Permission::survey_pages)
        .summary({"印刷枚数調査を予定する", "Plan a survey of printed pages"});
    router.get(one, [&profiles](http::Context& context) { return show_survey(context, profiles); })
        .permission(Permission::view_device)
        .summary({"印刷枚数調査を見る", "Show a survey of printed pages"});
    router
        .get(one + "/units",
            [&profiles](
                http::Context& context, const SurveyQuery& query) { return show_units(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"調査の対象の機器と枚数", "The units of a survey and their counters"});
    router
        .get(one + "/export",
            [&profiles](
                http::Context& context, const SurveyQuery& query) { return export_survey(context, query, profiles); })
        .permission(Permission::view_device)
        .takes_long()
        .summary({"調査票・調査結果をExcelに書き出す", "Export a survey of printed pages"});
    add_change_routes(router, one, profiles);
}

}

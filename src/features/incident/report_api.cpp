#include "features/incident/report_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/incident/clock_store.hpp"
#include "features/incident/dispatch_store.hpp"
#include "features/incident/reach_api.hpp"
#include "features/incident/report_doc.hpp"
#include "formats/json.hpp"

#include <algorithm>

namespace hoshuban::incident {

struct ReportMailView {
    std::string subject;
    std::string body;
};

json::Object describe(const ReportMailView*);

json::Object describe(const ReportMailView*)
{
    using V = ReportMailView;
    return json::object<V>("IncidentReportMail", json::field("subject", &V::subject, {"件名", "Subject"}),
        json::field("body", &V::body, {"本文", "Body"}));
}

namespace {

constexpr int most_events = 500;
constexpr const char* word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A reading of one incident: what its papers say, and by what it was counted.
struct Reading {
    std::shared_ptr<const contract::Profile> profile;
    LevelCalendars levels;
    Timeline timeline;
    Papers papers;
};

Result<Reading> read_papers(const http::Context& context, db::Reader& reader, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(auto listed, seen(context, reader, context.path<IncidentId>("id")));
    TRY_ASSIGN(auto profile, contract::profile(reader, profiles, listed.incident.contract_id));
    TRY_ASSIGN(auto levels, LevelCalendars::of(reader, *profile));
    Papers papers{.contract_title = profile->title,
        .contract_version = contract::version_of(reader, profile->id).value_or(0),
        .listed = std::move(listed)};
    papers.entries = holding(entries_of(reader, profile->id, papers.listed.incident.id));
    Timeline timeline = timeline_of(papers.entries);
    TRY_ASSIGN(const auto clocks, levels.measure(papers.listed.incident.intake, timeline, context.now()));
    const bool by_maker = !sent_by_maker(reader, profile->id, std::span{&papers.listed, 1}).empty();
    for (const LevelClock& each : clocks) {
        const contract::ServiceLevel& level = levels.level(each.place);
        papers.levels.push_back({level, each.clock, by_maker && level.maker_apart});
    }
    return Reading{std::move(profile), std::move(levels), std::move(timeline), std::move(papers)};
}

// What leaves the program is on record.
void record_export(http::Context& context)
{
    audit::Entry entry = audit::entry(context, context.path<ContractId>("contract"), "incident.exported",
        {"incident", context.path<IncidentId>("id").text});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
}

std::string name_of_paper(const Papers& papers, const std::string& paper)
{
    const std::string& number = papers.listed.incident.case_number;
    return paper + (number.empty() ? "" : "_" + number) + ".docx";
}

Result<http::File> export_report(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto reading,
        context.database().read([&](db::Reader& reader) { return read_papers(context, reader, profiles); }));
    TRY_ASSIGN(auto bytes, report_document(reading.papers, context.language(), context.now()));
    record_export(context);
    return http::File{word_type, name_of_paper(reading.papers, "対応報告書"), std::move(bytes)};
}

Result<ReportMailView> show_mail(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<ReportMailView> {
        TRY_ASSIGN(const auto reading, read_papers(context, reader, profiles));
        auto mail = report_mail(reading.papers, context.language());
        return ReportMailView{std::move(mail.subject), std::move(mail.body)};
    });
}

Result<http::File> export_evidence(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(auto file, context.database().read([&](db::Reader& reader) -> Result<http::File> {
        TRY_ASSIGN(const auto reading, read_papers(context, reader, profiles));
        const std::size_t place = reading.levels.find(context.path<std::string>("level"));
        const auto level = std::ranges::find(reading.papers.levels, context.path<std::string>("level"),
            [](const PaperLevel& each) { return each.level.id; });
        if (level == reading.papers.levels.end())
            return fail(
                ErrorKind::not_found, "incident/no_level", {"そのサービスレベルはありません。", "no such level"});
        const auto events = audit::events_of(
            reader, reading.profile->id, {"incident", reading.papers.listed.incident.id.text}, most_events);
        const EvidencePaper evidence{.level = *level,
            .intervals = reading.levels.evidence(place, reading.timeline, context.now()),
            .holidays_until = reading.levels.calendar(place).published_until(),
            .events = events};
        TRY_ASSIGN(auto bytes, evidence_document(reading.papers, evidence, context.language(), context.now()));
        const std::string name = name_of_paper(reading.papers, reading.levels.level(place).label.ja + "の証跡");
        return http::File{word_type, name, std::move(bytes)};
    }));
    record_export(context);
    return file;
}

}

void add_report_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string one = "/api/v1/contracts/{contract}/incidents/{id}";
    router.get(one + "/report", [&profiles](http::Context& context) { return export_report(context, profiles); })
        .permission(Permission::view_incident)
        .summary({"対応報告書（Word）", "The result report of an incident as a Word document"});
    router.get(one + "/report/mail", [&profiles](http::Context& context) { return show_mail(context, profiles); })
        .permission(Permission::view_incident)
        .summary({"対応報告のメール文", "The result report of an incident as a mail"});
    router
        .get(one + "/evidence/{level}/document",
            [&profiles](http::Context& context) { return export_evidence(context, profiles); })
        .permission(Permission::view_incident)
        .summary({"サービスレベルの証跡（Word）", "The evidence of a service level as a Word document"});
}

}

#include "features/incident/report_doc.hpp"

#include "core/era.hpp"
#include "core/in_language.hpp"
#include "features/incident/words.hpp"
#include "formats/docx_writer.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string shown(Instant at, Language language)
{
    const std::string text = to_text_jst(at);
    const std::string time = text.substr(11, 5);
    return language == Language::ja ? print_day(day_of(at), DayStyle::wareki) + " " + time
                                    : text.substr(0, 10) + " " + time;
}

std::string shown(const std::optional<Instant>& at, Language language)
{
    return at ? shown(*at, language) : std::string{};
}

/// The last entry of this kind; null when there is none.
const Entry* last_of(const std::vector<Entry>& entries, Act act)
{
    const Entry* found = nullptr;
    for (const Entry& entry : entries)
        if (entry.act == act)
            found = &entry;
    return found;
}

std::string moment_of(const std::vector<Entry>& entries, Act act, Language language)
{
    const Entry* entry = last_of(entries, act);
    return entry == nullptr ? std::string{} : shown(entry->at, language);
}

std::string unit_of(const Listed& listed)
{
    std::string text = listed.device_number;
    for (const std::string& part : {listed.device_kind, listed.device_model})
        if (!part.empty())
            text += (text.empty() ? "" : " ") + part;
    return text;
}

/// The facts of the report, term by term (INC-06).
Rows report_facts(const Papers& papers, Language language)
{
    const Incident& incident = papers.listed.incident;
    const auto term = [&](const char* ja, const char* en) { return in(language, Text{ja, en}); };
    return {
        {term("案件管理番号", "Case number"), incident.case_number},
        {term("拠点・場所", "Site and place"), papers.listed.site_name + " " + incident.intake.place},
        {term("機器", "Unit"), unit_of(papers.listed)},
        {term("現象", "Phenomenon"), incident.intake.phenomenon},
        {term("エラー文言", "Error text"), incident.intake.error_text},
        {term("現地担当者", "Site contact"), incident.intake.contact_person},
        {term("発生日時", "Occurred at"), shown(incident.intake.occurred_at, language)},
        {term("対応の指示", "Instructed at"), moment_of(papers.entries, Act::handed_over, language)},
        {term("復旧日時", "Restored at"), moment_of(papers.entries, Act::restored, language)},
        {term("利用者の動作確認", "Checked by the user"), moment_of(papers.entries, Act::checked, language)},
        {term("完了日時", "Completed at"), moment_of(papers.entries, Act::closed, language)},
        {term("対応と結果", "Action and result"), incident.outcome.action},
        {term("原因", "Cause"), incident.outcome.cause},
        {term("特記事項", "Notes"), incident.outcome.notes},
    };
}

std::string reason_of(const Papers& papers, const PaperLevel& level)
{
    const auto& reasons = papers.listed.incident.outcome.miss_reasons;
    const auto found = reasons.find(level.level.id);
    return found == reasons.end() ? std::string{} : found->second;
}

std::string level_name(const contract::ServiceLevel& level, Language language)
{
    const bool effort = level.nature == contract::LevelNature::effort_target;
    return in(language,
        {level.label.ja + (effort ? "（努力目標）" : ""), level.label.en + (effort ? " (effort target)" : "")});
}

Rows level_rows(const Papers& papers, Language language)
{
    Rows rows;
    for (const PaperLevel& each : papers.levels) {
        rows.push_back({level_name(each.level, language), hours_and_minutes(each.clock.allowed),
            hours_and_minutes(each.clock.used), shown(each.clock.due, language), shown(each.clock.reached, language),
            in(language, label(each.clock.standing)), reason_of(papers, each)});
    }
    return rows;
}

std::vector<std::string> level_head(Language language)
{
    std::vector<std::string> head;
    for (const Text& title : {Text{"サービスレベル", "Service level"}, Text{"目標", "Target"},
             Text{"かかった時間", "Used"}, Text{"期限", "Due"}, Text{"達した日時", "Reached"}, Text{"判定", "Result"},
             Text{"守れなかった理由", "Reason of the miss"}})
        head.push_back(in(language, title));
    return head;
}

Rows course_rows(const std::vector<Entry>& entries, Language language)
{
    Rows rows;
    for (const Entry& entry : entries) {
        const std::string people = entry.city_person.empty() ? entry.person : entry.person + " / " + entry.city_person;
        rows.push_back({shown(entry.at, language), in(language, label(entry.act)), people, entry.text});
    }
    return rows;
}

docx::Writer begun(const std::string& title, const Papers& papers, docx::Paper paper, Language language, Instant now)
{
    docx::Writer writer{title, paper, now};
    writer.heading(title, docx::Align::center);
    writer.paragraph(shown(now, language), docx::Align::right);
    writer.paragraph(papers.contract_title);
    return writer;
}

void add_course(docx::Writer& writer, const Papers& papers, Language language)
{
    writer.heading(in(language, {"経過", "Course"}));
    writer.table({22, 18, 24, 36},
        {in(language, {"日時", "At"}), in(language, {"記録", "What"}), in(language, {"だれが", "Who"}),
            in(language, {"内容", "Details"})},
        course_rows(papers.entries, language));
}

std::string title_of(const Papers& papers, const Text& paper, Language language)
{
    return fmt::format("{} {}", in(language, paper), papers.listed.incident.case_number);
}

void add_stretches(docx::Writer& writer, const EvidencePaper& evidence, Language language)
{
    Rows rows;
    for (const Interval& each : evidence.intervals) {
        rows.push_back({shown(each.from, language), shown(each.to, language), hours_and_minutes(each.to - each.from),
            in(language, label(each.kind)), in(language, each.reason)});
    }
    rows.push_back({in(language, {"数えた区間の合計", "Sum of what counts"}), "",
        hours_and_minutes(evidence.level.clock.used), "", ""});
    writer.heading(in(language, {"区間", "Stretches"}));
    writer.table({20, 20, 8, 18, 34},
        {in(language, {"始まり", "From"}), in(language, {"まで", "To"}), in(language, {"長さ", "Length"}),
            in(language, {"数え方", "Counted"}), in(language, {"理由", "Why"})},
        rows);
}

void add_chain(docx::Writer& writer, const EvidencePaper& evidence, Language language)
{
    Rows rows;
    for (auto event = evidence.events.rbegin(); event != evidence.events.rend(); ++event) {
        rows.push_back({std::to_string(event->sequence), shown(event->entry.at, language), event->entry.actor_name,
            event->entry.kind, event->hash});
    }
    writer.heading(in(language, {"操作の記録（改ざんを検知する鎖）", "Events, as the chain proves them"}));
    writer.table({7, 18, 16, 21, 38},
        {in(language, {"番号", "No."}), in(language, {"日時", "At"}), in(language, {"記入した人", "By"}),
            in(language, {"種類", "Kind"}), in(language, {"ハッシュ（SHA-256）", "Hash (SHA-256)"})},
        rows);
}

}

Result<std::string> report_document(const Papers& papers, Language language, Instant now)
{
    const std::string title = title_of(papers, {"対応報告書", "Incident report"}, language);
    docx::Writer writer = begun(title, papers, docx::Paper::portrait, language, now);
    writer.table(
        {25, 75}, {in(language, {"項目", "Item"}), in(language, {"内容", "Content"})}, report_facts(papers, language));
    if (!papers.levels.empty()) {
        writer.heading(in(language, {"サービスレベル", "Service levels"}));
        writer.table({20, 8, 8, 17, 17, 12, 18}, level_head(language), level_rows(papers, language));
    }
    add_course(writer, papers, language);
    return writer.finish();
}

ReportMail report_mail(const Papers& papers, Language language)
{
    const Incident& incident = papers.listed.incident;
    ReportMail mail{.subject = fmt::format("{} {} {}", in(language, {"【対応報告】", "Incident report:"}),
                        incident.case_number, papers.listed.site_name),
        .body = {}};
    for (const auto& fact : report_facts(papers, language))
        mail.body += fmt::format("{}{}\n{}\n\n", in(language, {"■ ", "- "}), fact[0],
            fact[1].empty() ? in(language, {"なし", "None"}) : fact[1]);
    for (const PaperLevel& each : papers.levels) {
        mail.body += fmt::format("{}{}: {} ({} / {})\n", in(language, {"■ ", "- "}), in(language, each.level.label),
            in(language, label(each.clock.standing)), hours_and_minutes(each.clock.used),
            hours_and_minutes(each.clock.allowed));
        if (const std::string reason = reason_of(papers, each); !reason.empty())
            mail.body += fmt::format("{}\n", reason);
    }
    return mail;
}

static const Text counted_apart{"メーカーのSEが出向くため、月の表では別に数える（達成率に入れない）。",
    "A maker's engineer is sent: the monthly table counts it apart, outside the rate."};

Result<std::string> evidence_document(
    const Papers& papers, const EvidencePaper& evidence, Language language, Instant now)
{
    const PaperLevel& level = evidence.level;
    const std::string title =
        title_of(papers, {level.level.label.ja + "の証跡", "Evidence: " + level.level.label.en}, language);
    docx::Writer writer = begun(title, papers, docx::Paper::landscape, language, now);
    writer.paragraph(fmt::format("{} {} {}", papers.listed.site_name, papers.listed.incident.intake.place,
        papers.listed.incident.intake.phenomenon));
    writer.table({20, 8, 8, 17, 17, 12, 18}, level_head(language),
        {level_rows({papers.contract_title, papers.contract_version, papers.listed, {}, {level}}, language)});
    writer.paragraph(in(language,
        {fmt::format("根拠 {}、契約プロファイル第{}版、祝日は{}まで公表されたものによる。", level.level.clause,
             papers.contract_version, print_day(evidence.holidays_until, DayStyle::wareki)),
            fmt::format("Clause {}, contract profile version {}, holidays as published until {}.", level.level.clause,
                papers.contract_version, to_text(evidence.holidays_until))}));
    if (level.apart)
        writer.paragraph(in(language, counted_apart));
    add_stretches(writer, evidence, language);
    add_course(writer, papers, language);
    add_chain(writer, evidence, language);
    return writer.finish();
}

}

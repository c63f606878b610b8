#include "features/security_incident/report_doc.hpp"

#include "core/era.hpp"
#include "features/security_incident/words.hpp"
#include "formats/docx_writer.hpp"

#include <fmt/format.h>

namespace hoshuban::security_incident {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string printed(Instant at)
{
    return print_day(day_of(at), DayStyle::wareki) + " " + to_text_jst(at).substr(11, 5);
}

/// `1,234,567円`
std::string printed_yen(std::int64_t yen)
{
    std::string digits = std::to_string(yen);
    for (std::ptrdiff_t at = std::ssize(digits) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits + "円";
}

std::string paper_name(Category category)
{
    return label(category).ja + "報告書";
}

std::string whose_damage(const Harm& harm)
{
    if (!harm.party)
        return {};
    return label(*harm.party).ja + (harm.party_name.empty() ? "" : "（" + harm.party_name + "）");
}

void add_harm(Rows& rows, const Intake& intake)
{
    const Harm& harm = intake.harm;
    const bool damage = intake.category == Category::damage;
    rows.push_back({damage ? "損傷した物" : "被害を受けた人・物", harm.affected});
    if (damage) {
        rows.push_back({"損害を受けた側", whose_damage(harm)});
        rows.push_back({"損害額", harm.amount_yen ? printed_yen(*harm.amount_yen) : "未定"});
    }
    const auto or_inquiring = [](const std::string& text) { return text.empty() ? std::string{"調査中"} : text; };
    rows.push_back({"原因", or_inquiring(harm.cause)});
    rows.push_back({"被害の状況", or_inquiring(harm.extent)});
    rows.push_back({"初めの措置", harm.first_measures});
}

Rows report_rows(const Incident& incident)
{
    const Intake& intake = incident.intake;
    Rows rows{{"番号", incident.number}, {"件名", intake.title}, {"種類", label(intake.kind).ja},
        {"気づいた日時", printed(intake.noticed_at)}, {"場所", intake.place}, {"内容", intake.what}};
    if (intake.category == Category::security)
        rows.push_back({"関係する情報資産", intake.assets});
    else
        add_harm(rows, intake);
    if (incident.first_report)
        rows.push_back({"最初の報告",
            fmt::format("{} {}（{}）", printed(incident.first_report->at), incident.first_report->told_to,
                incident.first_report->how)});
    return rows;
}

Rows restoration_rows(const Restoration& restoration, const std::optional<Ruling>& ruling)
{
    Rows rows{{"復旧の内容", restoration.what}, {"前の資材", restoration.material_before},
        {"復旧に使った資材", restoration.material_after},
        {"復旧した日", print_day(restoration.done_on, DayStyle::wareki)},
        {"費用の負担", label(restoration.borne_by).ja}};
    if (ruling) {
        const std::string said = fmt::format("{} {} {}", label(ruling->verdict).ja, printed(ruling->at), ruling->by);
        rows.push_back({"市の判断", ruling->text.empty() ? said : said + " " + ruling->text});
    }
    return rows;
}

void add_course(docx::Writer& writer, const std::vector<CourseEntry>& entries)
{
    writer.heading("経過と措置");
    Rows rows;
    for (const CourseEntry& entry : entries)
        rows.push_back({printed(entry.at), label(entry.kind).ja, entry.text, entry.entered_by});
    writer.table({3, 1, 6, 2}, {"日時", "種類", "内容", "記入した人"}, rows);
}

}

Result<std::string> report_document(
    const Incident& incident, const std::vector<CourseEntry>& entries, const contract::Profile& profile, Instant now)
{
    const std::string title = paper_name(incident.intake.category);
    docx::Writer writer{title, docx::Paper::portrait, now};
    writer.paragraph(print_day(day_of(now), DayStyle::wareki), docx::Align::right);
    writer.paragraph(fmt::format("（あて先）{}", profile.municipality));
    writer.space();
    writer.heading(title, docx::Align::center);
    writer.paragraph(profile.title);
    writer.table({3, 9}, {"項目", "内容"}, report_rows(incident));
    add_course(writer, entries);
    if (incident.restoration) {
        writer.heading("復旧");
        writer.table({3, 9}, {"項目", "内容"}, restoration_rows(*incident.restoration, incident.ruling));
    }
    if (incident.term)
        writer.paragraph(fmt::format("根拠: {}", incident.term->clause));
    return writer.finish();
}

std::string report_file_name(const Incident& incident)
{
    return paper_name(incident.intake.category) + "_" + incident.number + ".docx";
}

}

#include "features/people/chart_doc.hpp"

#include "core/era.hpp"
#include "formats/docx_writer.hpp"

#include <fmt/format.h>

namespace hoshuban::people {
namespace {

std::string said(const ChartTerms& terms, const char* ja, const char* en)
{
    return terms.language == Language::en ? en : ja;
}

std::string fill_of(const Box& box)
{
    switch (box.kind) {
    case BoxKind::city:
        return "E8EEF7";
    case BoxKind::company:
        return box.subcontractor ? "F6EFD9" : "EAF3EA";
    default:
        return "FFFFFF";
    }
}

std::string duties_of(const ChartPerson& person, const ChartTerms& terms)
{
    if (person.duties.empty())
        return said(terms, "作業従事者", "Worker");
    std::string text;
    for (const StaffDuty duty : person.duties) {
        const Text label = duty_label(terms.profile, duty);
        text += (text.empty() ? "" : "・") + (terms.language == Language::en ? label.en : label.ja);
    }
    return text;
}

docx::Drawing drawing_of(const Chart& chart, const ChartTerms& terms)
{
    docx::Drawing drawing{.width = static_cast<double>(chart.width),
        .height = static_cast<double>(chart.height),
        .lines = {},
        .shapes = {},
        .title = said(terms, "作業体制図", "Organisation chart"),
        .description = said(terms, "同じ内容を次の表に示します。", "The table below says the same.")};
    for (const Link& link : chart.links)
        drawing.lines.push_back({static_cast<double>(link.x1), static_cast<double>(link.y1),
            static_cast<double>(link.x2), static_cast<double>(link.y2)});
    for (const Box& box : chart.boxes)
        drawing.shapes.push_back(
            {static_cast<double>(box.x), static_cast<double>(box.y), static_cast<double>(box.width),
                static_cast<double>(box.height), box.lines, box.kind == BoxKind::missing, fill_of(box)});
    return drawing;
}

void write_people(docx::Writer& writer, const Chart& chart, const ChartTerms& terms)
{
    std::vector<std::string> head{said(terms, "役割", "Duty"), said(terms, "氏名", "Name"),
        said(terms, "所属", "Affiliation"), said(terms, "作業内容", "Work")};
    std::vector<int> widths{3, 3, 4, 5};
    if (terms.contacts) {
        head.push_back(said(terms, "連絡先", "Contact"));
        widths.push_back(3);
    }
    std::vector<std::vector<std::string>> rows;
    for (const ChartPerson& person : chart.people) {
        std::string company = person.company;
        if (person.subcontractor)
            company += said(terms, "（再委託先）", " (subcontractor)");
        std::vector<std::string> row{duties_of(person, terms), person.name, std::move(company), person.work};
        if (terms.contacts)
            row.push_back(person.contact);
        rows.push_back(std::move(row));
    }
    writer.table(widths, head, rows);
}

}

Result<std::string> chart_docx(const Chart& chart, const ChartTerms& terms, Instant now)
{
    const std::string title = said(terms, "作業体制図", "Organisation chart");
    docx::Writer writer{title, docx::Paper::landscape, now};
    writer.heading(title);
    writer.paragraph(fmt::format("{}　{}", terms.profile.title,
        terms.language == Language::en ? "as of " + to_text(terms.day)
                                       : print_day(terms.day, DayStyle::wareki) + "現在"));
    writer.drawing(drawing_of(chart, terms));
    writer.page_break();
    writer.heading(said(terms, "従事者の一覧", "Everybody on the chart"));
    write_people(writer, chart, terms);
    return writer.finish();
}

}

#include "features/people/staff_notice_doc.hpp"

#include "core/era.hpp"
#include "features/people/chart.hpp"
#include "formats/docx_writer.hpp"

#include <fmt/format.h>

namespace hoshuban::people {
namespace {

using docx::Align;
using Rows = std::vector<std::vector<std::string>>;

std::string printed_day(LocalDay day)
{
    return print_day(day, DayStyle::wareki);
}

std::string person_text(const NamedPerson& person)
{
    return person.kana.empty() ? person.name : fmt::format("{}（{}）", person.name, person.kana);
}

/// The contractor's own company, as the people on the paper are with it.
std::string company_of(const NoticeContent& content)
{
    if (!content.named.empty())
        return content.named.front().company;
    return content.changes.empty() ? std::string{} : content.changes.front().person.company;
}

class Letter {
public:
    Letter(const NoticeContent& content, const NoticeLetter& letter, Instant now)
        : content_{content}
        , letter_{letter}
        , writer_{content.notice->name.ja, docx::Paper::portrait, now}
    {
    }

    Result<std::string> written()
    {
        head();
        switch (content_.notice->kind) {
        case StaffNoticeKind::appointment:
            appointment();
            break;
        case StaffNoticeKind::replacement:
            replacement();
            break;
        case StaffNoticeKind::roster_change:
            roster_change();
            break;
        }
        writer_.space();
        writer_.paragraph(fmt::format("根拠: {}", content_.notice->clause));
        return writer_.finish();
    }

private:
    void head()
    {
        writer_.paragraph(printed_day(letter_.written_on), Align::right);
        writer_.space();
        writer_.paragraph(fmt::format("（あて先）{}", letter_.profile.municipality));
        writer_.space();
        const std::string contractor = contract::word(letter_.profile, "contractor").ja;
        const std::string company = content_.notice->kind == StaffNoticeKind::roster_change ? "" : company_of(content_);
        writer_.table({3, 9}, {contractor, ""}, {{"所在地", ""}, {"商号又は名称", company}, {"代表者の職・氏名", ""}});
        writer_.space();
        writer_.heading(content_.notice->name.ja, Align::center);
        writer_.space();
    }

    std::string duty() const
    {
        return content_.notice->duty ? duty_label(letter_.profile, *content_.notice->duty).ja : std::string{};
    }

    Rows contract_rows() const
    {
        return {{"業務名", letter_.profile.title},
            {"履行期間",
                fmt::format("{}から{}まで", printed_day(letter_.profile.period.first),
                    printed_day(letter_.profile.period.last))}};
    }

    void add_person(Rows& rows, const NamedPerson& person, const std::string& what) const
    {
        rows.push_back({what + "の氏名", person_text(person)});
        rows.push_back({"所属", person.company});
        rows.push_back({"担当する業務", person.work});
        if (letter_.contacts)
            rows.push_back({"連絡先", person.contact});
    }

    void appointment()
    {
        writer_.paragraph(fmt::format("次の業務の{}を次のとおり定めたので、届け出ます。", duty()));
        writer_.space();
        Rows rows = contract_rows();
        for (const NamedPerson& person : content_.named) {
            add_person(rows, person, duty());
            rows.push_back({"指定の日", printed_day(person.from)});
        }
        writer_.table({3, 9}, {"項目", "内容"}, rows);
    }

    void replacement()
    {
        writer_.paragraph(fmt::format("次の業務の{}を次のとおり変えるので、届け出ます。", duty()));
        writer_.space();
        Rows rows = contract_rows();
        for (const NamedPerson& person : content_.before)
            add_person(rows, person, "変更前の" + duty());
        for (const NamedPerson& person : content_.named)
            add_person(rows, person, "変更後の" + duty());
        rows.push_back({"変更の日", printed_day(content_.day)});
        add_reasons(rows);
        writer_.table({3, 9}, {"項目", "内容"}, rows);
    }

    /// The reasons of those who begin or cease to have the duty.
    void add_reasons(Rows& rows) const
    {
        std::string reasons;
        std::string requests;
        const auto add = [](std::string& all, const std::string& text) {
            if (!text.empty() && !all.contains(text))
                all += (all.empty() ? "" : "、") + text;
        };
        for (const NoticedChange& change : content_.changes) {
            const auto concerned = [&](const std::vector<NamedPerson>& people) {
                for (const NamedPerson& person : people) {
                    if (person.name == change.person.name)
                        return true;
                }
                return false;
            };
            if (!concerned(content_.before) && !concerned(content_.named))
                continue;
            add(reasons, change.reason);
            add(requests, change.city_request);
        }
        rows.push_back({"変更の理由", reasons});
        if (!requests.empty())
            rows.push_back({"市の求め", requests});
    }

    static std::string label_of(ChangeKind kind)
    {
        switch (kind) {
        case ChangeKind::entry:
            return "加わる";
        case ChangeKind::change:
            return "変わる";
        case ChangeKind::leaving:
            return "外れる";
        }
        return {};
    }

    void roster_change()
    {
        writer_.paragraph(fmt::format(
            "次の業務で情報資産を取り扱う人が{}から次のとおり変わるので、届け出ます。", printed_day(content_.day)));
        writer_.space();
        writer_.table({3, 9}, {"項目", "内容"}, contract_rows());
        writer_.space();
        std::vector<std::string> head{"区分", "氏名", "所属", "作業内容", "取り扱う情報資産", "理由"};
        Rows rows;
        for (const NoticedChange& change : content_.changes) {
            const NamedPerson& person = change.person;
            rows.push_back({label_of(change.kind), person_text(person), person.company, person.work, person.assets,
                change.reason});
        }
        writer_.table({2, 4, 4, 4, 4, 3}, head, rows);
    }

    const NoticeContent& content_;
    const NoticeLetter& letter_;
    docx::Writer writer_;
};

}

Result<std::string> notice_docx(const NoticeContent& content, const NoticeLetter& letter, Instant now)
{
    return Letter{content, letter, now}.written();
}

std::string notice_file_name(const NoticeContent& content)
{
    return content.notice->name.ja + "_" + to_text(content.day) + ".docx";
}

}

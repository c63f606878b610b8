#include "features/work_request/request_form_doc.hpp"

#include "features/work_request/sheet_vocabulary.hpp"
#include "formats/xlsx_wrapping.hpp"
#include "formats/xlsx_writer.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

constexpr double label_width = 17;
constexpr double value_width = 28;
constexpr double wide_width = 2 * value_width + label_width;
constexpr double font_size = 10;
constexpr double line_height = 21;
constexpr double prose_height = 120;
/// The lines of one cell; Excel shows no row higher than about thirty.
constexpr int most_lines = 28;
/// What is squeezed onto one A4 page and can still be read, in points.
constexpr double readable_page = 920;

/// The paper as it grows, row by row.
class FormPaper {
public:
    void title(const std::string& text)
    {
        put(1, 4, text, {.bold = true, .middle = true, .align = xlsx::Align::center, .font_size = 16}, 34);
        end_row();
    }

    void section(const std::string& text)
    {
        put(1, 4, text, {.bold = true, .border = true, .shaded = true, .middle = true}, line_height);
        end_row();
    }

    void pair(const std::string& label, const std::string& value, const std::string& label2, const std::string& value2)
    {
        put(1, 1, label, label_look(), line_height);
        put(2, 1, value, value_look(), line_height);
        put(3, 1, label2, label_look(), line_height);
        put(4, 1, value2, value_look(), line_height);
        end_row();
    }

    void wide(const std::string& label, const std::string& value, double height = line_height)
    {
        xlsx::Style look = value_look();
        look.middle = height <= line_height;
        bool first = true;
        for (const std::string_view part : xlsx::parts_of(value, wide_width, most_lines)) {
            put(1, 1, first ? label : std::string{}, label_look(), first ? height : 0);
            put(2, 3, std::string{part}, look, first ? height : 0);
            end_row();
            first = false;
        }
    }

    xlsx::SheetLayout layout(const std::string& name, const std::string& number, Instant created) &&
    {
        const xlsx::Style plain{};
        return {.name = name,
            .title = name + " " + number,
            .columns = {{label_width, plain}, {value_width, plain}, {label_width, plain}, {value_width, plain}},
            .headings = std::move(headings_),
            .heading_rows = row_ - 1,
            .frozen_columns = 0,
            .page = {.orientation = xlsx::Orientation::portrait,
                .header = {},
                .footer = "&L" + literal(number) + "&R&P/&N",
                .repeat_from = 0,
                .pages = height_ <= readable_page ? 1 : 0,
                .frozen_headings = false},
            .created = created};
    }

private:
    static xlsx::Style label_look()
    {
        return {.wrap = true, .border = true, .shaded = true, .middle = true, .font_size = font_size};
    }
    static xlsx::Style value_look() { return {.wrap = true, .border = true, .middle = true, .font_size = font_size}; }

    /// In a footer `&` begins a code.
    static std::string literal(const std::string& text)
    {
        std::string out;
        for (const char each : text)
            out += each == '&' ? "&&" : std::string{each};
        return out;
    }

    void put(int column, int columns, const std::string& text, const xlsx::Style& style, double height)
    {
        double width = 0;
        for (int i = column; i < column + columns; ++i)
            width += i % 2 == 1 ? label_width : value_width;
        row_height_ =
            std::max({row_height_, height, xlsx::row_height(xlsx::wrapped_lines(text, width), style.font_size)});
        headings_.push_back(
            {.row = row_, .column = column, .columns = columns, .text = text, .style = style, .height = height});
    }

    void end_row()
    {
        ++row_;
        height_ += row_height_;
        row_height_ = 0;
    }

    std::vector<xlsx::Heading> headings_;
    int row_ = 1;
    double row_height_ = 0;
    double height_ = 0;
};

std::string types_text(const contract::Profile& profile, const WorkRequest& request)
{
    std::string all;
    for (const std::string& id : request.work_types) {
        const contract::WorkType* type = contract::find_work_type(profile, id);
        all += (all.empty() ? "" : "、") + (type ? type->label.ja : id);
    }
    return all;
}

std::string place_text(const contract::Profile& profile, const WorkRequest& request)
{
    std::string text;
    if (request.site) {
        const contract::Site* site = contract::find_site(profile, *request.site);
        text = site ? site->name : request.site->text;
    }
    if (request.device) {
        const contract::Device* device = contract::find_device(profile, *request.device);
        text += (text.empty() ? "" : "　") +
            (device ? fmt::format("{}（{}）", device->number, device->kind) : request.device->text);
    }
    return text;
}

/// A name that was copied from an older list is no signature given here, and the paper says so.
std::string signer_text(const Signature& signature)
{
    return signature.by + (signature.kind == Confirmation::imported ? "（一覧からの転記）" : "");
}

/// Fills the paper with one request.
class FormFilling {
public:
    FormFilling(const contract::Profile& profile, const WorkRequest& request)
        : profile_{profile}
        , request_{request}
        , words_{sheet_vocabulary(profile.list)}
    {
    }

    FormPaper paper()
    {
        paper_.title(contract::word(profile_, "work_request").ja);
        paper_.wide("業務名", profile_.title);
        asked();
        taken_on();
        done();
        confirmed();
        return std::move(paper_);
    }

private:
    std::string label(Column column) const { return label_of(words_, column); }
    std::string value(Column column) const
    {
        if (kind_of(column) == ColumnKind::status)
            return label_of(words_, request_.status);
        return canonical(request_, column);
    }
    std::string day(const std::optional<LocalDay>& day) const
    {
        return day ? print_day(*day, words_.date_style) : std::string{};
    }
    void pair(Column left, Column right) { paper_.pair(label(left), value(left), label(right), value(right)); }

    void asked()
    {
        paper_.section(fmt::format("依頼（{}）", contract::word(profile_, "city").ja));
        paper_.pair(label(Column::number), request_.number, label(Column::entered_on), day(request_.entered_on));
        paper_.pair(label(Column::city_person), request_.city_person, label(Column::wish_on), day(request_.wish_on));
        pair(Column::division, Column::division_person);
        pair(Column::contractor, Column::contractor_person);
        paper_.wide(label(Column::title), request_.title);
        paper_.wide("作業種別", types_text(profile_, request_));
        paper_.wide("対象（拠点・機器）", place_text(profile_, request_));
        paper_.wide(label(Column::body), request_.body, prose_height);
    }

    void taken_on()
    {
        const std::string contractor = contract::word(profile_, "contractor").ja;
        paper_.section(fmt::format("受付（{}）", contractor));
        paper_.pair(label(Column::received_on), day(request_.received_on), label(Column::planned_hours),
            value(Column::planned_hours));
        if (!request_.declined.empty())
            paper_.wide("受け付けない理由", request_.declined);
    }

    void done()
    {
        paper_.section(fmt::format("対応（{}）", contract::word(profile_, "contractor").ja));
        paper_.wide("実施した手順", request_.procedure_followed, 2 * line_height);
        std::string days = day(request_.performed_on);
        if (request_.performed_until && request_.performed_until != request_.performed_on)
            days += "～" + day(request_.performed_until);
        paper_.pair("実施日", days, "実施者", request_.performed_by);
        paper_.wide(label(Column::result), request_.result, prose_height);
        pair(Column::actual_hours, Column::status);
    }

    void confirmed()
    {
        paper_.section("確認");
        const Signature& theirs = request_.contractor_confirmed;
        const Signature& ours = request_.city_confirmed;
        paper_.pair(label(Column::contractor_confirmed_on), day(theirs.on), label(Column::contractor_confirmed_by),
            signer_text(theirs));
        paper_.pair(
            label(Column::city_confirmed_on), day(ours.on), label(Column::city_confirmed_by), signer_text(ours));
    }

    const contract::Profile& profile_;
    const WorkRequest& request_;
    SheetVocabulary words_;
    FormPaper paper_;
};

}

Result<std::string> request_form(const contract::Profile& profile, const WorkRequest& request, Instant created)
{
    FormPaper paper = FormFilling{profile, request}.paper();
    const std::string name = contract::word(profile, "work_request").ja;
    TRY_ASSIGN(auto writer, xlsx::Writer::create(std::move(paper).layout(name, request.number, created)));
    return writer.finish();
}

std::string request_form_name(const contract::Profile& profile, const WorkRequest& request)
{
    std::string number = request.number;
    std::ranges::replace_if(
        number, [](char each) { return std::string_view{"\\/:*?\"<>|"}.contains(each); }, '-');
    return contract::word(profile, "work_request").ja + "_" + number + ".xlsx";
}

}

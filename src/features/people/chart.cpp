#include "features/people/chart.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <tuple>

namespace hoshuban::people {
namespace {

constexpr int page_width = 265;
constexpr int columns = 5;
constexpr int column_width = 49;
constexpr int column_gap = 5;
constexpr int city_width = 90;
constexpr int city_height = 10;
constexpr int duty_width = 72;
constexpr int duty_height = 22;
constexpr int duty_y = 20;
constexpr int company_height = 10;
constexpr int worker_height = 15;
constexpr int row_gap = 3;
constexpr int level_gap = 14;
// Full-width characters that fit into a box at its type size.
constexpr std::size_t column_characters = 16;
constexpr std::size_t duty_characters = 24;

const std::string& said(const Text& text, Language language)
{
    return language == Language::en && !text.en.empty() ? text.en : text.ja;
}

std::string fitted(const std::string& text, std::size_t characters)
{
    // Latin letters are half as wide.
    const bool wide = std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const std::size_t most = wide ? characters : characters * 2 - 2;
    return count_characters(text) <= most ? text : truncate(text, most - 1) + "…";
}

std::string reading(const ChartPerson& person)
{
    return fold(person.kana.empty() ? person.name : person.kana);
}

std::vector<ChartPerson> people_of(std::span<const Worker> roster, const ChartTerms& terms)
{
    std::vector<ChartPerson> people;
    for (const Worker& worker : roster) {
        const RosterChange* now = in_force_on(worker, terms.day);
        if (now == nullptr)
            continue;
        const Entry& entry = now->entry;
        people.push_back({entry.duties, entry.name, entry.kana, entry.company, entry.subcontractor, entry.work,
            terms.contacts ? entry.contact : ""});
    }
    std::ranges::sort(people, [](const ChartPerson& left, const ChartPerson& right) {
        const auto key = [](const ChartPerson& person) {
            return std::tuple{person.duties.empty(), person.duties, person.subcontractor, person.company,
                reading(person), person.name};
        };
        return key(left) < key(right);
    });
    return people;
}

/// The workers of one company.
struct Group {
    std::string company;
    bool subcontractor;
    std::vector<const ChartPerson*> people;
    int columns = 1;

    int rows() const { return (static_cast<int>(people.size()) + columns - 1) / columns; }
};

std::vector<Group> groups_of(const std::vector<ChartPerson>& people)
{
    std::vector<Group> groups;
    for (const ChartPerson& person : people) {
        if (!person.duties.empty())
            continue;
        const bool same = !groups.empty() && groups.back().company == person.company &&
            groups.back().subcontractor == person.subcontractor;
        if (!same)
            groups.push_back({person.company, person.subcontractor, {}});
        groups.back().people.push_back(&person);
    }
    return groups;
}

// The columns that are left go where the most rows are.
void widen(std::span<Group> band)
{
    for (int left = columns - static_cast<int>(band.size()); left > 0; --left) {
        const auto highest = std::ranges::max_element(band, {}, &Group::rows);
        if (highest->rows() <= 1)
            return;
        ++highest->columns;
    }
}

class Layout {
public:
    Layout(const ChartTerms& terms, std::vector<ChartPerson> people)
        : terms_{terms}
        , chart_{.width = page_width, .height = 0, .boxes = {}, .links = {}, .people = std::move(people), .missing = {}}
    {
    }

    Chart drawn()
    {
        const int middle = page_width / 2;
        chart_.boxes.push_back({BoxKind::city, middle - city_width / 2, 0, city_width, city_height,
            {fitted(said(contract::word(terms_.profile, "city"), terms_.language), duty_characters)}});
        link(middle, city_height, middle, duty_y);
        draw_duties(middle);
        draw_groups(middle);
        for (const Box& box : chart_.boxes)
            chart_.height = std::max(chart_.height, box.y + box.height + 1);
        return std::move(chart_);
    }

private:
    void link(int x1, int y1, int x2, int y2) { chart_.links.push_back({x1, y1, x2, y2}); }

    std::string label(StaffDuty duty) const { return said(duty_label(terms_.profile, duty), terms_.language); }

    Box duty_box(const ChartPerson& person) const
    {
        std::string title;
        for (const StaffDuty duty : person.duties)
            title += (title.empty() ? "" : "・") + label(duty);
        Box box{BoxKind::duty, 0, 0, duty_width, duty_height, {fitted(title, duty_characters)}, person.subcontractor};
        for (const std::string& line : {person.name, person.company, person.contact}) {
            if (!line.empty())
                box.lines.push_back(fitted(line, duty_characters));
        }
        return box;
    }

    Box missing_box(StaffDuty duty) const
    {
        const char* none = terms_.language == Language::en ? "(nobody)" : "（未選任）";
        return {BoxKind::missing, 0, 0, duty_width, duty_height, {fitted(label(duty), duty_characters), none}};
    }

    // The responsible person below the city, everybody else with a duty beside, three in a row.
    void draw_duties(int middle)
    {
        std::vector<Box> boxes;
        for (const ChartPerson& person : chart_.people) {
            if (!person.duties.empty())
                boxes.push_back(duty_box(person));
        }
        for (const StaffDuty duty : terms_.profile.staff.duties) {
            const bool held = std::ranges::any_of(chart_.people, [&](const ChartPerson& person) {
                return std::ranges::find(person.duties, duty) != person.duties.end();
            });
            if (held)
                continue;
            chart_.missing.push_back(duty);
            boxes.insert(duty == StaffDuty::responsible ? boxes.begin() : boxes.end(), missing_box(duty));
        }
        bottom_ = duty_y;
        constexpr int places[] = {0, 1, -1}; // the middle, then right, then left
        constexpr int step = duty_width + 18;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            Box& box = boxes[i];
            const int y = duty_y + static_cast<int>(i / 3) * (duty_height + row_gap);
            box.x = middle - duty_width / 2 + places[i % 3] * step;
            box.y = y;
            bottom_ = y + duty_height;
            const int half = y + duty_height / 2;
            if (places[i % 3] == 1)
                link(middle + duty_width / 2, half, box.x, half);
            if (places[i % 3] == -1)
                link(box.x + duty_width, half, middle - duty_width / 2, half);
        }
        std::ranges::move(boxes, std::back_inserter(chart_.boxes));
    }

    void draw_groups(int middle)
    {
        auto groups = groups_of(chart_.people);
        std::span<Group> rest{groups};
        while (!rest.empty()) {
            const auto band = rest.first(std::min<std::size_t>(rest.size(), columns));
            rest = rest.subspan(band.size());
            widen(band);
            draw_band(band, middle);
        }
    }

    void draw_band(std::span<const Group> band, int middle)
    {
        int used = 0;
        for (const Group& group : band)
            used += group.columns;
        const int bar = bottom_ + level_gap / 2;
        const int top = bottom_ + level_gap;
        int x = (page_width - used * column_width - (used - 1) * column_gap) / 2;
        int first = middle;
        int last = middle;
        int bottom = top;
        for (const Group& group : band) {
            const int width = group.columns * column_width + (group.columns - 1) * column_gap;
            const int centre = x + width / 2;
            first = std::min(first, centre);
            last = std::max(last, centre);
            link(centre, bar, centre, top);
            bottom = std::max(bottom, draw_group(group, x, top, width));
            x += width + column_gap;
        }
        link(middle, bottom_, middle, bar);
        if (first != last)
            link(first, bar, last, bar);
        bottom_ = bottom;
    }

    int draw_group(const Group& group, int x, int top, int width)
    {
        std::string title = group.company;
        if (group.subcontractor)
            title += terms_.language == Language::en ? " (subcontractor)" : "（再委託先）";
        const std::size_t characters = column_characters * static_cast<std::size_t>(group.columns);
        chart_.boxes.push_back(
            {BoxKind::company, x, top, width, company_height, {fitted(title, characters)}, group.subcontractor});
        const int rows = group.rows();
        for (int i = 0; i < static_cast<int>(group.people.size()); ++i) {
            const ChartPerson& person = *group.people[static_cast<std::size_t>(i)];
            Box box{BoxKind::worker, x + i / rows * (column_width + column_gap),
                top + company_height + row_gap + i % rows * (worker_height + row_gap), column_width, worker_height,
                {fitted(person.name, column_characters), fitted(person.work, column_characters)}, person.subcontractor};
            if (!person.contact.empty())
                box.lines.push_back(fitted(person.contact, column_characters));
            chart_.boxes.push_back(std::move(box));
        }
        return top + company_height + row_gap + rows * (worker_height + row_gap);
    }

    const ChartTerms& terms_;
    Chart chart_;
    int bottom_ = 0;
};

}

Text duty_label(const contract::Profile& profile, StaffDuty duty)
{
    switch (duty) {
    case StaffDuty::responsible:
        return contract::word(profile, "responsible");
    case StaffDuty::security_officer:
        return contract::word(profile, "security_officer");
    case StaffDuty::data_protection_officer:
        return {"データ保護責任者", "Data protection officer"};
    }
    return {};
}

Chart draw(std::span<const Worker> roster, const ChartTerms& terms)
{
    return Layout{terms, people_of(roster, terms)}.drawn();
}

}

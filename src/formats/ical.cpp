#include "formats/ical.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::ical {
namespace {

constexpr std::size_t longest_line = 75;

bool inside_character(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

/// Long lines go on behind a line end and a space, never inside a character (RFC 5545 3.1).
void add_line(std::string& out, std::string_view line)
{
    for (std::size_t room = longest_line; line.size() > room; room = longest_line - 1) {
        std::size_t end = room;
        while (inside_character(line[end]))
            --end;
        out += line.substr(0, end);
        out += "\r\n ";
        line.remove_prefix(end);
    }
    out += line;
    out += "\r\n";
}

/// RFC 5545 3.3.11; what cannot stand in a text becomes a space.
std::string escaped(std::string_view text)
{
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' || c == ';' || c == ',')
            safe += {'\\', c};
        else if (c == '\n')
            safe += "\\n";
        else if (c != '\r')
            safe += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    }
    return safe;
}

std::string digits_of(std::string_view text)
{
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept), [](char c) { return c != '-' && c != ':'; });
    return kept;
}

struct AddWhen {
    std::string& out;

    void operator()(LocalDay day) const
    {
        add_line(out, "DTSTART;VALUE=DATE:" + digits_of(to_text(day)));
        add_line(out, "TRANSP:TRANSPARENT");
    }
    void operator()(Instant moment) const { add_line(out, "DTSTART:" + digits_of(to_text(moment))); }
    void operator()(const Period& period) const
    {
        add_line(out, "DTSTART:" + digits_of(to_text(period.from)));
        add_line(out, "DTEND:" + digits_of(to_text(period.until)));
    }
};

void add_event(std::string& out, const Event& event)
{
    add_line(out, "BEGIN:VEVENT");
    add_line(out, "UID:" + escaped(event.uid));
    add_line(out, "DTSTAMP:" + digits_of(to_text(event.stamp)));
    std::visit(AddWhen{out}, event.when);
    add_line(out, "SUMMARY:" + escaped(event.summary));
    if (!event.description.empty())
        add_line(out, "DESCRIPTION:" + escaped(event.description));
    if (!event.location.empty())
        add_line(out, "LOCATION:" + escaped(event.location));
    if (event.status != Status::unsaid)
        add_line(out, event.status == Status::tentative ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
    add_line(out, "END:VEVENT");
}

}

std::string print(std::string_view name, std::span<const Event> events)
{
    std::string out;
    add_line(out, "BEGIN:VCALENDAR");
    add_line(out, "VERSION:2.0");
    add_line(out, "PRODID:-//Hoshuban//Calendar feed//JA");
    add_line(out, "CALSCALE:GREGORIAN");
    add_line(out, "X-WR-CALNAME:" + escaped(name));
    add_line(out, "X-WR-TIMEZONE:Asia/Tokyo");
    add_line(out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    for (const Event& event : events)
        add_event(out, event);
    add_line(out, "END:VCALENDAR");
    return out;
}

}

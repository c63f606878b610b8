#include "features/device/edition.hpp"

#include "core/era.hpp"

#include <fmt/format.h>

namespace hoshuban::device {

Edition next_edition(const std::optional<Edition>& newest)
{
    if (!newest)
        return {};
    Edition next = *newest;
    ++next.version;
    if (newest->submitted_on)
        next = {.division = newest->division, .number = newest->number + 1};
    return next;
}

Result<void> submit(Edition& edition, LocalDay day, LocalDay today, std::string by)
{
    if (edition.submitted_on) {
        const std::string done = print_day(*edition.submitted_on, DayStyle::wareki);
        return fail(ErrorKind::conflict, "device/edition_submitted",
            {fmt::format("第{}版は{}に提出済みです。台帳が変わっていれば、新しい版を作って提出してください。",
                 edition.number, done),
                fmt::format("edition {} was submitted on {} already: if the ledger has changed, make a new edition and "
                            "submit that",
                    edition.number, to_text(*edition.submitted_on))});
    }
    if (day > today || day < day_of(edition.made_at)) {
        const std::string made = to_text(day_of(edition.made_at));
        const Text text{fmt::format("提出日は、版を作った{}から今日までの日にしてください。", made),
            fmt::format("enter a day from {}, when the edition was made, until today", made)};
        return fail(ErrorKind::invalid, "device/submitted_day", text, {{"on", "device/submitted_day", text}});
    }
    edition.submitted_on = day;
    edition.submitted_by = std::move(by);
    ++edition.version;
    return {};
}

}

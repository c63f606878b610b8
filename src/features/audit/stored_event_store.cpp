#include "features/audit/stored_event_store.hpp"

#include "platform/crypto.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace hoshuban::audit {
namespace {

std::string text_of(const db::Cell& cell)
{
    return cell.kind == db::ValueKind::integer ? std::to_string(cell.integer) : std::string(cell.data);
}

class StoredRow {
public:
    explicit StoredRow(const db::Row& row)
    {
        for (std::size_t i = 0; i < hashed_fields.size(); ++i)
            texts_.at(i) = text_of(row.cell(hashed_fields.at(i)));
        hash_ = text_of(row.cell("hash"));
    }

    Event read() const
    {
        Event event;
        Entry& entry = event.entry;
        entry = {.chain = {text("contract_id")},
            .at = {},
            .actor = {text("actor_id")},
            .actor_name = text("actor_name"),
            .roles = text("roles"),
            .remote_address = text("remote_address"),
            .request_id = text("request_id"),
            .kind = text("kind"),
            .subject = {text("subject_kind"), text("subject_id")},
            .before = text("before"),
            .after = text("after"),
            .reason = text("reason")};
        const std::string& number = text("sequence");
        std::from_chars(number.data(), number.data() + number.size(), event.sequence);
        event.previous_hash = text("previous_hash");
        event.hash = hash_;
        read_instant(event);
        read_name(event, "side", entry.side);
        read_name(event, "origin", entry.origin);
        read_name(event, "act", entry.act);
        std::array<std::string_view, hashed_fields.size()> fields;
        std::ranges::copy(texts_, fields.begin());
        event.altered = crypto::sha256_hex(canonical(fields)) != hash_;
        return event;
    }

private:
    const std::string& text(std::string_view column) const
    {
        return texts_.at(static_cast<std::size_t>(std::ranges::find(hashed_fields, column) - hashed_fields.begin()));
    }

    void read_instant(Event& event) const
    {
        if (const auto at = parse_instant(text("at")))
            event.entry.at = *at;
        else
            event.unreadable.emplace("at", text("at"));
    }

    template <Named E>
    void read_name(Event& event, std::string_view column, E& value) const
    {
        if (const auto found = named<E>(text(column)))
            value = *found;
        else
            event.unreadable.emplace(column, text(column));
    }

    std::array<std::string, hashed_fields.size()> texts_;
    std::string hash_;
};

}

Event stored_event_from(const db::Row& row)
{
    return StoredRow{row}.read();
}

}

#include "features/audit/audit.hpp"

#include <fmt/format.h>

namespace hoshuban::audit {
namespace {

// Readers of an exported chain need this to know which fields follow; a change of the list changes the mark.
constexpr std::string_view encoding_mark = "hoshuban-event-1";

void append_field(std::string& bytes, std::string_view field)
{
    fmt::format_to(std::back_inserter(bytes), "{}:", field.size());
    bytes += field;
}

}

std::string canonical(std::span<const std::string_view, hashed_fields.size()> fields)
{
    std::size_t size = 64;
    for (const std::string_view field : fields)
        size += field.size() + 8;
    std::string bytes;
    bytes.reserve(size);
    append_field(bytes, encoding_mark);
    for (const std::string_view field : fields)
        append_field(bytes, field);
    return bytes;
}

std::string canonical(const Event& event)
{
    const Entry& entry = event.entry;
    const fmt::format_int sequence{event.sequence};
    const std::string at = to_text(entry.at);
    return canonical(std::array<std::string_view, hashed_fields.size()>{entry.chain.text,
        {sequence.data(), sequence.size()}, at, entry.actor.text, entry.actor_name, name_of(entry.side), entry.roles,
        name_of(entry.origin), entry.remote_address, entry.request_id, name_of(entry.act), entry.kind,
        entry.subject.kind, entry.subject.id, entry.before, entry.after, entry.reason, event.previous_hash});
}

std::string role_names(const Actor& actor, const ContractId& chain)
{
    std::string names = actor.administrator ? "administrator" : "";
    for (const Role role : actor.roles(chain)) {
        if (!names.empty())
            names += ',';
        names += name_of(role);
    }
    return names;
}

void ChainWalk::step(const Link& link, std::string_view recomputed)
{
    if (broken_)
        return;
    if (link.sequence != sequence_ + 1)
        broken_ = {sequence_ + 1, BreakKind::missing};
    else if (link.hash != recomputed)
        broken_ = {link.sequence, BreakKind::altered};
    else if (link.previous_hash != hash_)
        broken_ = {link.sequence, BreakKind::unlinked};
    if (broken_)
        return;
    sequence_ = link.sequence;
    hash_ = link.hash;
}

void ChainWalk::finish(const std::optional<Head>& head)
{
    if (broken_)
        return;
    if (!head) {
        if (sequence_ > 0)
            broken_ = {sequence_, BreakKind::no_end};
    } else if (head->sequence > sequence_)
        broken_ = {sequence_ + 1, BreakKind::cut_off};
    else if (head->sequence < sequence_)
        broken_ = {head->sequence + 1, BreakKind::beyond_end};
    else if (head->hash != hash_)
        broken_ = {sequence_, BreakKind::end_differs};
}

Text reason_of(const Break& broken)
{
    const auto n = broken.sequence;
    switch (broken.kind) {
    case BreakKind::altered:
        return {fmt::format("記録{}番の内容が書き換えられています。", n), fmt::format("event {} was altered", n)};
    case BreakKind::missing:
        return {fmt::format("記録{}番がありません。", n), fmt::format("event {} is missing", n)};
    case BreakKind::unlinked:
        return {fmt::format("記録{}番は、直前の記録につながりません（差し替え、割り込み、または入れ替え）。", n),
            fmt::format("event {} does not continue the one before it: replaced, inserted or reordered", n)};
    case BreakKind::cut_off:
        return {fmt::format("記録{}番から末尾までが削られています。", n),
            fmt::format("the events from {} on were cut off", n)};
    case BreakKind::beyond_end:
        return {fmt::format("記録{}番は、記録された末尾より後ろに足されています。", n),
            fmt::format("event {} was added behind the recorded end", n)};
    case BreakKind::end_differs:
        return {fmt::format("末尾の記録{}番が、控えられた末尾と一致しません。", n),
            fmt::format("the last event {} is not the recorded end", n)};
    case BreakKind::no_end:
        return {fmt::format("末尾の控えがありません（最後の記録は{}番）。", n),
            fmt::format("the record of the chain's end is gone (last event {})", n)};
    }
    return {};
}

}

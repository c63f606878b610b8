#pragma once
#include "core/result.hpp"
#include "features/contract/profile.hpp"
#include "features/people/worker.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::people {

using contract::StaffNotice;
using contract::StaffNoticeKind;

/// Somebody as a paper about people names him (PPL-01, PPL-03, PPL-06, PPL-07).
struct NamedPerson {
    std::string name;
    std::string kana;
    std::string company;
    std::string work;
    std::string assets;
    std::string contact;
    LocalDay from; ///< the day from which he has the duty

    bool operator==(const NamedPerson&) const = default;
};

/// One line of what joins, changes and leaves.
struct NoticedChange {
    ChangeKind kind;
    NamedPerson person;
    std::string reason;
    std::string city_request;
};

/// What one paper tells the city.
struct NoticeContent {
    const StaffNotice* notice = nullptr;
    LocalDay day; ///< as of which, or from which
    std::vector<NamedPerson> named = {}; ///< who has the duty
    std::vector<NamedPerson> before = {}; ///< of a replacement: who had it
    std::vector<NoticedChange> changes = {}; ///< of that day: of a replacement, those that cause it
};

/// The contract's paper of this name; null when it has none.
const StaffNotice* find_notice(const contract::Profile&, std::string_view id);

/// What the paper says as of a day. What is announced and not decided yet counts: the paper is how the city hears of
/// it. Fails with `people/nobody_to_name` when nobody has the duty on that day or on a later one, and with
/// `people/no_change` when nothing changes on that day.
Result<NoticeContent> content_of(const StaffNotice&, std::span<const Worker>, LocalDay day);

/// A paper that can be written now, and the day it is about.
struct ReadyNotice {
    const StaffNotice* notice;
    LocalDay day;

    bool operator==(const ReadyNotice&) const = default;
};

/// The papers of the contract that can be written on this day: appointments as they stand, changes of this day and of
/// the coming ones, the nearest first; at most twenty.
std::vector<ReadyNotice> ready_notices(const contract::Profile&, std::span<const Worker>, LocalDay day);

}

#pragma once
#include "features/schedule/vendor.hpp"
#include "features/schedule/window.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::schedule {

struct ProposeWindow {
    Instant from;
    Instant until;
    std::optional<SiteId> site_id;
    std::string room;
    std::string people;
    std::string purpose;
    std::string overtime;
    bool after_the_fact = false;
};

inline auto describe(const ProposeWindow*)
{
    using B = ProposeWindow;
    return json::object<B>("ProposeWindow", json::field("from", &B::from, {"開始", "From"}),
        json::field("until", &B::until, {"終了", "Until"}), json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("room", &B::room, {"部屋", "Room"}, json::length(0, 100), json::defaulted()),
        json::field("people", &B::people, {"作業者", "People"}, json::length(0, 500), json::defaulted()),
        json::field("purpose", &B::purpose, {"目的", "Purpose"}, json::length(0, 1000), json::defaulted()),
        json::field("overtime", &B::overtime, {"時間外の事情", "On whose account it is overtime"}, json::length(0, 100),
            json::defaulted()),
        json::field(
            "after_the_fact", &B::after_the_fact, {"実施後の届出", "Handed in after the fact"}, json::defaulted()));
}

struct AnswerWindow {
    std::string reason;
};

inline auto describe(const AnswerWindow*)
{
    return json::object<AnswerWindow>("AnswerWindow",
        json::field("reason", &AnswerWindow::reason, {"理由", "Reason"}, json::length(0, 1000), json::defaulted()));
}

/// Ask for a permission that a window needs, filled in from the window.
struct AskPermit {
    std::string kind;
    std::string reason;
};

inline auto describe(const AskPermit*)
{
    using B = AskPermit;
    return json::object<B>("AskPermit",
        json::field("kind", &B::kind, {"許可の種類", "Kind of permission"}, json::length(1, 100)),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(0, 1000), json::defaulted()));
}

struct SayVendors {
    VendorWord word;
    std::optional<WorkRequestId> request_id;
    std::optional<VendorNoticeId> standing_id;
    std::string vendor;
    std::string content;
    std::string frequency;
};

inline auto describe(const SayVendors*)
{
    using B = SayVendors;
    return json::object<B>("SayVendors", json::field("word", &B::word, {"区分", "What is said"}),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("standing_id", &B::standing_id, {"定例の項目", "Standing entry"}),
        json::field("vendor", &B::vendor, {"業者名", "Vendor"}, json::length(0, 200), json::defaulted()),
        json::field(
            "content", &B::content, {"内容（目的）", "Content or purpose"}, json::length(0, 2000), json::defaulted()),
        json::field("frequency", &B::frequency, {"頻度", "Frequency"}, json::length(0, 200), json::defaulted()));
}

}

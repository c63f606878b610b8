#pragma once
#include "features/licence/licence_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::licence {

struct LicenceQuery {
    Shown state = Shown::in_force;
    std::optional<std::string> q = {};
    std::optional<std::string> cursor = {};
    int limit = 100;
};

inline auto describe(const LicenceQuery*)
{
    using Q = LicenceQuery;
    return json::object<Q>("LicenceQuery", json::field("state", &Q::state, {"状態", "State"}, json::defaulted()),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 100)),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 100)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct WriteLicence {
    std::string software = {};
    std::string edition = {};
    std::string publisher = {};
    std::string licensee = {};
    Kind kind = Kind::bought;
    int quantity = 1;
    LocalDay obtained_on = {};
    std::optional<LocalDay> valid_until = {};
    Payer payer = Payer::contractor;
    std::string payer_name = {};
    std::string payer_reason = {};
    std::string purpose = {};
    std::optional<WorkRequestId> request_id = {};
    std::string certificate_place = {};
    std::string note = {};
};

inline auto describe(const WriteLicence*)
{
    using B = WriteLicence;
    return json::object<B>("WriteLicence",
        json::field("software", &B::software, {"ソフトウェア", "Software"}, json::length(1, 200)),
        json::field("edition", &B::edition, {"版", "Edition"}, json::length(0, 100), json::defaulted()),
        json::field("publisher", &B::publisher, {"権利者", "Publisher"}, json::length(1, 200)),
        json::field("licensee", &B::licensee, {"使用者", "Licensee"}, json::length(1, 200)),
        json::field("kind", &B::kind, {"種類", "Kind"}),
        json::field("quantity", &B::quantity, {"数量", "Quantity"}, json::range(1, 1'000'000)),
        json::field("obtained_on", &B::obtained_on, {"取得日", "Obtained on"}),
        json::field("valid_until", &B::valid_until, {"有効期限", "Valid until"}),
        json::field("payer", &B::payer, {"費用の負担", "Cost borne by"}, json::defaulted()),
        json::field(
            "payer_name", &B::payer_name, {"負担する者", "Who bears it"}, json::length(0, 200), json::defaulted()),
        json::field("payer_reason", &B::payer_reason, {"市が合意した理由", "Why the city agreed"},
            json::length(0, 1000), json::defaulted()),
        json::field("purpose", &B::purpose, {"用途", "What it is for"}, json::length(1, 1000)),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("certificate_place", &B::certificate_place, {"証書の保管場所", "Certificate kept at"},
            json::length(0, 200), json::defaulted()),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

struct EndLicence {
    LocalDay on = {};
    std::string reason = {};
};

inline auto describe(const EndLicence*)
{
    using B = EndLicence;
    return json::object<B>("EndLicence", json::field("on", &B::on, {"終了日", "Ended on"}),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1000)));
}

struct ResumeLicence {
    std::string reason = {};
};

inline auto describe(const ResumeLicence*)
{
    using B = ResumeLicence;
    return json::object<B>("ResumeLicence",
        json::field("reason", &B::reason, {"取消しの理由", "Why the end is taken back"}, json::length(1, 1000)));
}

}

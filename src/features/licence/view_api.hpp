#pragma once
#include "core/role.hpp"
#include "features/licence/licence.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::licence {

/// What can be done with a licence.
enum class Act { correct, end, resume };

constexpr auto names_of(const Act*)
{
    return std::to_array<Name<Act>>({{Act::correct, "correct"}, {Act::end, "end"}, {Act::resume, "resume"}});
}

/// A licence as the API shows it.
struct LicenceView {
    LicenceId id = {};
    int number = 0;
    std::string software = {};
    std::string edition = {};
    std::string publisher = {};
    std::string licensee = {};
    Kind kind = Kind::bought;
    int quantity = 1;
    LocalDay obtained_on = {};
    std::optional<LocalDay> valid_until = {};
    Nearness valid_until_is = Nearness::none;
    Payer payer = Payer::contractor;
    std::string payer_name = {};
    std::string payer_reason = {};
    std::string purpose = {};
    std::optional<WorkRequestId> request_id = {};
    std::string request_number = {};
    std::string certificate_place = {};
    std::string note = {};
    State state = State::in_force;
    bool lapsed = false; ///< its last day is over and nobody wrote down what became of it
    std::optional<LocalDay> ended_on = {};
    std::optional<Text> ended_because = {};
    std::string ended_by = {}; ///< who wrote its end down; empty: nobody did
    std::string entered_by = {};
    Instant entered_at = {};
    bool may_keep = false;
    std::vector<Act> acts = {}; ///< of who keeps the register
    int version = 1;
};

inline auto describe(const LicenceView*)
{
    using V = LicenceView;
    return json::object<V>("Licence", json::field("id", &V::id), json::field("number", &V::number, {"番号", "Number"}),
        json::field("software", &V::software, {"ソフトウェア", "Software"}),
        json::field("edition", &V::edition, {"版", "Edition"}),
        json::field("publisher", &V::publisher, {"権利者", "Publisher"}),
        json::field("licensee", &V::licensee, {"使用者", "Licensee"}), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("quantity", &V::quantity, {"数量", "Quantity"}),
        json::field("obtained_on", &V::obtained_on, {"取得日", "Obtained on"}),
        json::field("valid_until", &V::valid_until, {"有効期限", "Valid until"}),
        json::field("valid_until_is", &V::valid_until_is),
        json::field("payer", &V::payer, {"費用の負担", "Cost borne by"}),
        json::field("payer_name", &V::payer_name, {"負担する者", "Who bears it"}),
        json::field("payer_reason", &V::payer_reason, {"市が合意した理由", "Why the city agreed"}),
        json::field("purpose", &V::purpose, {"用途", "What it is for"}), json::field("request_id", &V::request_id),
        json::field("request_number", &V::request_number, {"作業依頼", "Work request"}),
        json::field("certificate_place", &V::certificate_place, {"証書の保管場所", "Certificate kept at"}),
        json::field("note", &V::note, {"備考", "Note"}), json::field("state", &V::state, {"状態", "State"}),
        json::field("lapsed", &V::lapsed, {"期限が過ぎたまま", "Has lapsed"}),
        json::field("ended_on", &V::ended_on, {"終了日", "Ended on"}),
        json::field("ended_because", &V::ended_because, {"終了の理由", "Why it ended"}),
        json::field("ended_by", &V::ended_by, {"終了を記録した人", "Its end entered by"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}), json::field("may_keep", &V::may_keep),
        json::field("acts", &V::acts, {"できること", "What can be done"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct LicencePage {
    std::vector<LicenceView> items = {};
    std::optional<std::string> next_cursor = {};
};

inline auto describe(const LicencePage*)
{
    using V = LicencePage;
    return json::object<V>("LicencePage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor));
}

/// What one person sees of a licence today and can do with it.
LicenceView view_of(const Licence&, const Actor&, LocalDay today);

}

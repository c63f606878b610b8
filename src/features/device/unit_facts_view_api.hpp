#pragma once
#include "features/contract/profile.hpp"
#include "features/device/address.hpp"
#include "features/device/part.hpp"
#include "features/device/renewal.hpp"
#include "features/device/unit_detail.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

struct AddressView {
    LocalDay from;
    std::optional<LocalDay> to;
    std::string address; ///< empty: none
};

inline auto describe(const AddressView*)
{
    using V = AddressView;
    return json::object<V>("UnitAddress", json::field("from", &V::from, {"から", "From"}),
        json::field("to", &V::to, {"まで（その日を含まない）", "Until, without that day"}),
        json::field("address", &V::address, {"IPアドレス", "IP address"}));
}

struct PartView {
    PartId id;
    PartKind kind;
    std::string model;
    std::string serial;
    LocalDay from;
    std::optional<LocalDay> to;
    int version;
};

inline auto describe(const PartView*)
{
    using V = PartView;
    return json::object<V>("UnitPart", json::field("id", &V::id), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("model", &V::model, {"機種名", "Model"}),
        json::field("serial", &V::serial, {"シリアル番号", "Serial number"}),
        json::field("from", &V::from, {"付けた日", "Attached on"}),
        json::field("to", &V::to, {"外した日", "Taken off on"}), json::field("version", &V::version));
}

struct GenerationSpanView {
    std::optional<LocalDay> from; ///< none: from the first day
    std::optional<LocalDay> to;
    std::string generation;
    Text label;
    std::string model;
    std::string type_number;
    std::string serial; ///< of a machine that went
};

inline auto describe(const GenerationSpanView*)
{
    using V = GenerationSpanView;
    return json::object<V>("UnitGenerationSpan", json::field("from", &V::from, {"から", "From"}),
        json::field("to", &V::to, {"まで（その日を含まない）", "Until, without that day"}),
        json::field("generation", &V::generation, {"世代", "Generation"}), json::field("label", &V::label),
        json::field("model", &V::model, {"機種名", "Model"}),
        json::field("type_number", &V::type_number, {"型番", "Type number"}),
        json::field("serial", &V::serial, {"シリアル番号", "Serial number"}));
}

struct PlanView {
    LocalDay from;
    LocalDay to;
    bool about;
    std::string stated_in; ///< the contract's own plan
    std::string reason;
    std::string entered_by;
    std::optional<Instant> entered_at;
};

inline auto describe(const PlanView*)
{
    using V = PlanView;
    return json::object<V>("RenewalPlan", json::field("from", &V::from, {"予定の始め", "Planned from"}),
        json::field("to", &V::to, {"予定の終わり", "Planned to"}), json::field("about", &V::about, {"頃", "About"}),
        json::field("stated_in", &V::stated_in, {"根拠", "Stated in"}),
        json::field("reason", &V::reason, {"理由", "Reason"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}));
}

/// What a unit still has before it.
struct UnitRenewalView {
    std::string generation;
    Text label;
    RenewalState state;
    bool ends; ///< its class ends: it is retired
    std::vector<PlanView> plans;
    std::string model; ///< that it becomes, where the contract settles it
    std::string type_number;
};

inline auto describe(const UnitRenewalView*)
{
    using V = UnitRenewalView;
    return json::object<V>("UnitRenewal", json::field("generation", &V::generation, {"世代", "Generation"}),
        json::field("label", &V::label), json::field("state", &V::state, {"状態", "State"}),
        json::field("ends", &V::ends, {"更改で廃止", "Ends at the renewal"}),
        json::field("plans", &V::plans, {"予定の経過", "Plans"}), json::field("model", &V::model, {"機種名", "Model"}),
        json::field("type_number", &V::type_number, {"型番", "Type number"}));
}

struct SoftwareView {
    std::string name;
    std::string type_number;
    bool distributed;
    bool supported;
    std::string clause;
};

inline auto describe(const SoftwareView*)
{
    using V = SoftwareView;
    return json::object<V>("UnitSoftware", json::field("name", &V::name, {"ソフトウェア", "Software"}),
        json::field("type_number", &V::type_number, {"型番", "Type number"}),
        json::field(
            "distributed", &V::distributed, {"網の運営者から配布", "Handed out by the operator of the network"}),
        json::field("supported", &V::supported, {"支援の対象", "Supported"}),
        json::field("clause", &V::clause, {"根拠", "Clause"}));
}

/// Everything that is known of a unit beside where it stood.
struct UnitFactsView {
    LocalDay on;
    int version;
    std::string serial;
    std::string type_number;
    std::string remarks;
    std::optional<LocalDay> bought_on;
    std::optional<LocalDay> warranty_ends_on;
    std::optional<bool> wire;
    bool spare_key;
    std::string medium_edition;
    std::string address; ///< of the day
    std::string site_addresses; ///< the range that the city gave the site; empty: none
    bool address_outside; ///< the address is none of the site's
    std::vector<AddressView> addresses;
    std::vector<PartView> parts;
    std::vector<GenerationSpanView> generations;
    std::vector<UnitRenewalView> renewals;
    std::vector<SoftwareView> software;
    bool may_change;
};

inline auto describe(const UnitFactsView*)
{
    using V = UnitFactsView;
    return json::object<V>("UnitFacts", json::field("on", &V::on, {"基準日", "As of"}),
        json::field("version", &V::version), json::field("serial", &V::serial, {"シリアル番号", "Serial number"}),
        json::field("type_number", &V::type_number, {"型番", "Type number"}),
        json::field("remarks", &V::remarks, {"備考", "Remarks"}),
        json::field("bought_on", &V::bought_on, {"購入日", "Bought on"}),
        json::field("warranty_ends_on", &V::warranty_ends_on, {"保証の終わり", "Warranty ends on"}),
        json::field("wire", &V::wire, {"セキュリティワイヤー", "Security wire"}),
        json::field("spare_key", &V::spare_key, {"予備鍵", "Spare key"}),
        json::field("medium_edition", &V::medium_edition, {"復旧媒体の版", "Edition of the medium"}),
        json::field("address", &V::address, {"IPアドレス", "IP address"}),
        json::field("site_addresses", &V::site_addresses, {"拠点の範囲", "Addresses of the site"}),
        json::field("address_outside", &V::address_outside, {"範囲の外", "Outside the site's addresses"}),
        json::field("addresses", &V::addresses, {"IPアドレスの経過", "Addresses"}),
        json::field("parts", &V::parts, {"付属機器", "Parts"}),
        json::field("generations", &V::generations, {"世代の経過", "Generations"}),
        json::field("renewals", &V::renewals, {"更改", "Renewals"}),
        json::field("software", &V::software, {"ソフトウェア", "Software"}), json::field("may_change", &V::may_change));
}

struct SiteRangeView {
    SiteId site_id;
    int site_number;
    std::string site;
    std::string addresses; ///< empty: any
    int version;
};

inline auto describe(const SiteRangeView*)
{
    using V = SiteRangeView;
    return json::object<V>("SiteRange", json::field("site_id", &V::site_id),
        json::field("site_number", &V::site_number, {"拠点番号", "Site number"}),
        json::field("site", &V::site, {"拠点", "Site"}),
        json::field("addresses", &V::addresses, {"IPアドレスの範囲", "IP addresses"}),
        json::field("version", &V::version));
}

struct SiteRangeListView {
    std::vector<SiteRangeView> items;
    bool may_give;
};

inline auto describe(const SiteRangeListView*)
{
    using V = SiteRangeListView;
    return json::object<V>("SiteRangeList", json::field("items", &V::items), json::field("may_give", &V::may_give));
}

PlanView view_of(const RenewalPlan&);
PartView view_of(const Part&);
AddressView view_of(const Span<std::string>&);
GenerationSpanView view_of(const contract::Profile&, const Span<UnitModel>&);
SoftwareView view_of(const contract::Equipment&);
SiteRangeView view_of(const contract::Site&, const SiteRange&);

}

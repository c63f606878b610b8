#pragma once
#include "features/device/part.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::device {

struct DetailUnit {
    std::string serial;
    std::string type_number;
    std::string remarks;
    std::optional<LocalDay> bought_on;
    std::optional<LocalDay> warranty_ends_on;
    std::optional<bool> wire;
    bool spare_key = false;
    std::string medium_edition;
};

inline auto describe(const DetailUnit*)
{
    using B = DetailUnit;
    return json::object<B>("DetailUnit",
        json::field("serial", &B::serial, {"シリアル番号", "Serial number"}, json::length(0, 100), json::defaulted()),
        json::field("type_number", &B::type_number, {"型番", "Type number"}, json::length(0, 100), json::defaulted()),
        json::field("remarks", &B::remarks, {"備考", "Remarks"}, json::length(0, 1000), json::defaulted()),
        json::field("bought_on", &B::bought_on, {"購入日", "Bought on"}),
        json::field("warranty_ends_on", &B::warranty_ends_on, {"保証の終わり", "Warranty ends on"}),
        json::field("wire", &B::wire, {"セキュリティワイヤー", "Security wire"}),
        json::field("spare_key", &B::spare_key, {"予備鍵", "Spare key"}, json::defaulted()),
        json::field("medium_edition", &B::medium_edition, {"復旧媒体の版", "Edition of the medium"},
            json::length(0, 200), json::defaulted()));
}

struct AddressUnit {
    LocalDay on;
    std::string address;
    std::string note;
};

inline auto describe(const AddressUnit*)
{
    using B = AddressUnit;
    return json::object<B>("AddressUnit", json::field("on", &B::on, {"使い始める日", "From"}),
        json::field("address", &B::address, {"IPアドレス", "IP address"}, json::length(0, 60), json::defaulted()),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

struct RecordPart {
    PartKind kind = PartKind::other;
    std::string model;
    std::string serial;
    LocalDay from;
    std::optional<LocalDay> to;
};

inline auto describe(const RecordPart*)
{
    using B = RecordPart;
    return json::object<B>("RecordPart", json::field("kind", &B::kind, {"付属機器の種類", "Kind"}),
        json::field("model", &B::model, {"機種名", "Model"}, json::length(1, 200)),
        json::field("serial", &B::serial, {"シリアル番号", "Serial number"}, json::length(0, 100), json::defaulted()),
        json::field("from", &B::from, {"付けた日", "Attached on"}),
        json::field("to", &B::to, {"外した日", "Taken off on"}));
}

struct GiveRange {
    std::string addresses;
};

inline auto describe(const GiveRange*)
{
    using B = GiveRange;
    return json::object<B>("GiveRange",
        json::field("addresses", &B::addresses, {"IPアドレスの範囲", "IP addresses"}, json::length(0, 60)));
}

struct FactsQuery {
    std::optional<LocalDay> on; ///< the software of this day; today unless it is given
};

inline auto describe(const FactsQuery*)
{
    using Q = FactsQuery;
    return json::object<Q>("FactsQuery", json::field("on", &Q::on, {"基準日", "As of"}));
}

}

#include "features/device/unit_detail.hpp"

#include "core/typed_fields.hpp"

namespace hoshuban::device {

Result<void> take(UnitDetail& detail, LocalDay today)
{
    TRY(take_fields({{"serial", detail.serial, 100}, {"type_number", detail.type_number, 100},
        {"remarks", detail.remarks, 1000}, {"medium_edition", detail.medium_edition, 200}}));
    if (detail.bought_on && *detail.bought_on > today) {
        const Text said{"購入日がまだ来ていない日です。直してください。", "bought on a day to come: correct the day"};
        return fail(ErrorKind::invalid, "device/in_future", said, {{"bought_on", "device/in_future", said}});
    }
    if (detail.bought_on && detail.warranty_ends_on && *detail.warranty_ends_on < *detail.bought_on) {
        const Text said{"保証の終わりが、購入日より前です。どちらかを直してください。",
            "the warranty ends before the unit was bought: correct one of the days"};
        return fail(ErrorKind::invalid, "device/warranty_before_purchase", said,
            {{"warranty_ends_on", "device/warranty_before_purchase", said}});
    }
    if (detail.spare_key && !detail.wire.value_or(false)) {
        const Text said{
            "予備鍵を借りるのは、セキュリティワイヤーのある機器だけです。ワイヤーの有無を確かめてください。",
            "only a unit with a security wire has a spare key: check the wire"};
        return fail(
            ErrorKind::invalid, "device/key_without_wire", said, {{"spare_key", "device/key_without_wire", said}});
    }
    return {};
}

}

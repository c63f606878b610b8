#include "features/device/part.hpp"

#include "core/typed_fields.hpp"

namespace hoshuban::device {

Result<void> take(Part& part)
{
    TRY(take_fields({{"model", part.model, 200, true}, {"serial", part.serial, 100}}));
    if (part.from < part.to)
        return {};
    const Text said{"外した日が、付けた日より後になるようにしてください。",
        "it was taken off after it was attached: correct the days"};
    return fail(ErrorKind::invalid, "device/part_days", said, {{"to", "device/part_days", said}});
}

}

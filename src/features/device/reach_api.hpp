#pragma once
#include "features/device/body_api.hpp"
#include "features/device/register_store.hpp"
#include "features/work_request/reach.hpp"
#include "platform/http/context.hpp"

namespace hoshuban::device {

/// What of the register of the path {contract} somebody sees: all of it, or what stands at some sites.
work_request::Reach reach_of(const http::Context&);

/// The counts, the editions and the lists that come in are of the whole contract: for others they are not there.
Result<void> check_whole(const http::Context&);

/// Which units are asked for, within what is seen; today unless a day is given.
UnitFilter filter_of(const http::Context&, const UnitQuery&);

}

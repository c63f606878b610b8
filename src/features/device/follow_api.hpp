#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/context.hpp"

namespace hoshuban::device {

/// After a change of where units are or what they are: every room's list of devices, and the newest editions.
void follow(const http::Context&, contract::ProfileCache&);

}

#pragma once
#include "features/repair/repair.hpp"

namespace hoshuban::repair {

/// 故障, 引取り済み, …
const Text& label(State);
/// 引取り, 再現試験, …
const Text& label(Act);
/// 再現した, …
const Text& label(Finding);

}

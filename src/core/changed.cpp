#include "core/changed.hpp"

#include <fmt/format.h>
#include <utility>

namespace hoshuban {

std::unexpected<Error> changed_meanwhile(std::string code, int version)
{
    return fail(ErrorKind::precondition, std::move(code),
        {fmt::format("ほかの人が先に変更しました（現在の版は{}）。最新の内容を確かめてください。", version),
            fmt::format("somebody else changed this first (now version {}): look at the present content", version)});
}

}

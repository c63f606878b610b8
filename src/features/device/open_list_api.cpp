#include "features/device/open_list_api.hpp"

#include <algorithm>
#include <utility>

namespace hoshuban::device {
namespace {

constexpr std::size_t most_kept = 2;

}

std::shared_ptr<const OpenList> OpenLists::find(
    const RegisterImport& import, const std::string& stamp, LocalDay today) const
{
    const std::lock_guard lock{mutex_};
    const auto found = std::ranges::find_if(kept_, [&](const auto& each) {
        return each->import.id == import.id && each->import.choices == import.choices && each->stamp == stamp &&
            each->today == today;
    });
    return found == kept_.end() ? nullptr : *found;
}

void OpenLists::keep(std::shared_ptr<const OpenList> list)
{
    const std::lock_guard lock{mutex_};
    std::erase_if(kept_, [&](const auto& each) { return each->import.id == list->import.id; });
    kept_.push_front(std::move(list));
    kept_.resize(std::min(kept_.size(), most_kept));
}

void OpenLists::forget(const ImportId& import)
{
    const std::lock_guard lock{mutex_};
    std::erase_if(kept_, [&](const auto& each) { return each->import.id == import; });
}

}

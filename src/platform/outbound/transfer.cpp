#include "platform/outbound/transfer.hpp"

#include <stdexcept>

namespace hoshuban::outbound {
namespace {

int look_for_stop(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

}

Handle new_handle(const std::stop_token& stop)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Handle handle{ready == CURLE_OK ? curl_easy_init() : nullptr};
    if (!handle)
        throw std::runtime_error{"libcurl does not start"};
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    // A proxy named in the environment would go where we look at no address.
    curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(handle.get(), CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(handle.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle.get(), CURLOPT_XFERINFOFUNCTION, look_for_stop);
    curl_easy_setopt(handle.get(), CURLOPT_XFERINFODATA, &stop);
    return handle;
}

void add(List& list, const std::string& line)
{
    curl_slist* const longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr)
        throw std::bad_alloc{};
    static_cast<void>(list.release());
    list.reset(longer);
}

}

#pragma once
#include <curl/curl.h>

#include <memory>
#include <stop_token>
#include <string>

// What every use of libcurl shares. Included by the sources of this folder only.
namespace hoshuban::outbound {

struct FreedHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, FreedHandle>;

struct FreedList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreedList>;

/// A handle that uses no proxy and no signals and that ends when `stop` is requested; `stop` must outlive it.
Handle new_handle(const std::stop_token& stop);
void add(List&, const std::string& line);

}

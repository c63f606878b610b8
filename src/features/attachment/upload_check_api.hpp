#pragma once
#include "platform/http/router.hpp"
#include "platform/scan/scanner.hpp"

namespace hoshuban::attachment {

/// Lets only bytes through in which the scanner found nothing (MED-02). What is infected is refused with 422, recorded
/// in the chain and never stored; what the scanner could not look at is refused with 503.
Result<void> check_upload(http::Context&, const http::Route&, const http::Upload&, const scan::Scanner&);

}

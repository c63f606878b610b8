#pragma once
#include "core/result.hpp"
#include "platform/scan/answer.hpp"
#include "platform/scan/socket.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace hoshuban::scan {

/// What one scan may cost.
struct Limits {
    std::chrono::milliseconds connect{3'000};
    std::chrono::milliseconds answer{120'000}; ///< for sending the bytes and hearing the answer, together
    std::size_t bytes = std::size_t{100} << 20; ///< larger contents are not sent; clamd's own limit may be lower
};

/// A finding and the engine it comes from.
struct Scan {
    Finding finding;
    Engine engine;
};

/// Asks a clamd (ClamAV) about bytes, over its own protocol. Thread safe: every scan has connections of its own.
class Scanner {
public:
    /// `unix:/run/clamav/clamd.ctl` or `host:port`. A host is looked up once, here. Does not connect: a scanner that is
    /// down is told of by each scan.
    static Result<Scanner> at(std::string_view address, const Limits& = {});

    const std::string& address() const { return address_; }

    /// Never throws and never takes silence for consent: down, late, garbled and refused are all `failed`.
    Scan scan(std::string_view bytes) const;

private:
    Scanner(std::string address, const Endpoint& endpoint, const Limits& limits)
        : address_{std::move(address)}
        , endpoint_{endpoint}
        , limits_{limits}
    {
    }
    std::optional<Engine> ask_engine() const;
    Finding ask_finding(std::string_view bytes) const;

    std::string address_;
    Endpoint endpoint_;
    Limits limits_;
};

}

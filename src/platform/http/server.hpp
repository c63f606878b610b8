#pragma once
#include "core/result.hpp"
#include "platform/http/dispatcher.hpp"
#include "platform/http/proxy.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace hoshuban::http {

class Streams;

/// PEM files.
struct Tls {
    std::string certificate_chain_file;
    std::string private_key_file;
};

/// HTTP/1.1 over TCP or TLS in front of a Dispatcher. Few threads move bytes; handlers block on worker threads of their
/// own.
class Server {
public:
    struct Options {
        std::string address = "127.0.0.1";
        std::uint16_t port = 0; ///< 0: any free port
        std::optional<Tls> tls = {};
        TrustedProxies proxies = {};
        int io_threads = 2;
        int workers = 64; ///< handlers begun at once; many, because writers wait for a shared commit
        int computing = 0; ///< those of them that do not wait; 0: as many as there are cores, at least 2
        std::size_t max_connections = 4096;
        std::size_t max_connections_per_address = 1024;
        std::size_t max_header_bytes = std::size_t{16} << 10;
        std::size_t max_header_fields = 100;
        std::chrono::milliseconds header_timeout{10'000}; ///< from the first byte to the end of the header
        std::chrono::milliseconds body_timeout{30'000}; ///< plus the time the body takes at the slowest rate
        std::chrono::milliseconds write_timeout{30'000}; ///< plus the time the answer takes at the slowest rate
        std::chrono::milliseconds idle_timeout{60'000}; ///< between requests
        std::size_t slowest_bytes_per_second = std::size_t{16} << 10;
    };

    /// `streams`, when there are any, must outlive the server.
    Server(Options, const Dispatcher&, Streams* streams = nullptr);
    /// Stops at once, if it still runs; running handlers are waited for.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Starts to serve and returns the port. Fails when the address is taken or the TLS files cannot be used.
    Result<std::uint16_t> listen();

    /// Takes no new connections, lets running requests finish for at most `limit`, then closes everything.
    void stop(std::chrono::milliseconds limit);

    std::size_t connections() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}

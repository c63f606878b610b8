#include "platform/scan/scanner.hpp"

#include "platform/off_turn.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <memory>
#include <netdb.h>
#include <sys/un.h>

namespace hoshuban::scan {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t chunk_bytes = std::size_t{64} << 10;

std::unexpected<Error> bad_address(std::string_view address)
{
    return fail(ErrorKind::invalid, "scan/address",
        {fmt::format(
             "ClamAVの場所「{}」を使えません。unix:/run/clamav/clamd.ctl か ホスト:ポート で書いてください。", address),
            fmt::format("cannot use \"{}\" for ClamAV: write unix:/run/clamav/clamd.ctl or host:port", address)});
}

Result<Endpoint> unix_endpoint(std::string_view address, std::string_view path)
{
    sockaddr_un local{.sun_family = AF_UNIX, .sun_path = {}};
    if (!path.starts_with('/') || path.size() >= sizeof local.sun_path || path.contains('\0'))
        return bad_address(address);
    std::ranges::copy(path, std::begin(local.sun_path));
    Endpoint endpoint{.length = sizeof local};
    std::memcpy(&endpoint.address, &local, sizeof local);
    return endpoint;
}

Result<Endpoint> tcp_endpoint(std::string_view address)
{
    const std::size_t colon = address.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == address.size())
        return bad_address(address);
    std::string host{address.substr(0, colon)};
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), std::string{address.substr(colon + 1)}.c_str(), &wanted, &found) != 0)
        return bad_address(address);
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner{found, &freeaddrinfo};
    Endpoint endpoint{.length = found->ai_addrlen};
    std::memcpy(&endpoint.address, found->ai_addr, found->ai_addrlen);
    return endpoint;
}

Finding failed(Text reason)
{
    return {Verdict::failed, {}, std::move(reason)};
}

Finding too_late()
{
    return failed({"ウイルス検査の答えが時間内に来ませんでした。", "the scanner did not answer in time"});
}

std::string length_of(std::size_t bytes)
{
    const auto byte = [&](int shift) { return static_cast<char>((bytes >> shift) & 0xff); };
    return {byte(24), byte(16), byte(8), byte(0)};
}

// The command, the bytes in chunks, each behind its length, and a chunk of no length.
Socket::Sent send_stream(const Socket& socket, std::string_view bytes, Socket::Deadline deadline)
{
    Socket::Sent sent = socket.send(std::string_view{"zINSTREAM\0", 10}, deadline);
    while (sent == Socket::Sent::all && !bytes.empty()) {
        const std::string_view chunk = bytes.substr(0, chunk_bytes);
        bytes.remove_prefix(chunk.size());
        sent = socket.send(length_of(chunk.size()), deadline);
        if (sent == Socket::Sent::all)
            sent = socket.send(chunk, deadline);
    }
    return sent == Socket::Sent::all ? socket.send(length_of(0), deadline) : sent;
}

}

Result<Scanner> Scanner::at(std::string_view address, const Limits& limits)
{
    constexpr std::string_view local = "unix:";
    TRY_ASSIGN(const Endpoint endpoint,
        address.starts_with(local) ? unix_endpoint(address, address.substr(local.size())) : tcp_endpoint(address));
    return Scanner{std::string{address}, endpoint, limits};
}

Scan Scanner::scan(std::string_view bytes) const
{
    const OffTurn waiting;
    if (bytes.size() > limits_.bytes) {
        const std::size_t megabytes = limits_.bytes >> 20;
        return {failed({fmt::format("検査できるのは{}MBまでです。", megabytes),
                    fmt::format("at most {} MB can be scanned", megabytes)}),
            {}};
    }
    auto engine = ask_engine();
    if (!engine)
        return {
            failed({"ウイルス検査のプログラム（ClamAV）につながりません。", "the scanner (ClamAV) cannot be reached"}),
            {}};
    return {ask_finding(bytes), *std::move(engine)};
}

std::optional<Engine> Scanner::ask_engine() const
{
    const auto deadline = Clock::now() + limits_.connect;
    const auto socket = Socket::connect(endpoint_, deadline);
    if (!socket || socket->send(std::string_view{"zVERSION\0", 9}, deadline) != Socket::Sent::all)
        return std::nullopt;
    const auto answer = socket->receive_all(most_answer_bytes, deadline);
    return answer ? read_engine(*answer) : std::nullopt;
}

Finding Scanner::ask_finding(std::string_view bytes) const
{
    const auto socket = Socket::connect(endpoint_, Clock::now() + limits_.connect);
    if (!socket)
        return failed(
            {"ウイルス検査のプログラム（ClamAV）につながりません。", "the scanner (ClamAV) cannot be reached"});
    const auto deadline = Clock::now() + limits_.answer;
    const Socket::Sent sent = send_stream(*socket, bytes, deadline);
    if (sent == Socket::Sent::late)
        return too_late();
    const auto answer = socket->receive_all(most_answer_bytes, deadline);
    if (!answer)
        return Clock::now() >= deadline ? too_late() : read_finding({});
    Finding finding = read_finding(*answer);
    // An engine that stopped listening has not seen everything.
    if (sent == Socket::Sent::closed && finding.verdict == Verdict::clean)
        return failed({"ウイルス検査が途中で切れました。", "the scan broke off"});
    return finding;
}

}

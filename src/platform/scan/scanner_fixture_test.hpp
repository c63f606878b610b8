#pragma once
#include "platform/scan/scanner.hpp"

#include <atomic>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace hoshuban::test {

using namespace std::string_view_literals;

/// The standard harmless file that every scanner must find, put together so that this text is none.
inline std::string eicar()
{
    return std::string{R"(X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-)"} + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
}

/// Listens like a clamd and answers what the test wants: to VERSION and to what was streamed.
class PretendedClamd {
public:
    struct Answers {
        std::string version{"ClamAV 1.4.6/27656/Mon Jun  2 10:30:00 2025\0"sv};
        std::function<std::string(const std::string& received)> stream = [](const std::string&) {
            return std::string{"stream: OK\0"sv};
        };
        bool listens_to_the_end = true;
        bool speaks = true; ///< false: takes everything and says nothing until the other side hangs up
    };

    explicit PretendedClamd(Answers answers)
        : answers_{std::move(answers)}
    {
        static std::atomic<int> number = 0;
        path_ = (std::filesystem::temp_directory_path() / fmt::format("clamd-{}-{}", getpid(), ++number)).string();
        listener_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
        std::memcpy(address.sun_path, path_.c_str(), path_.size());
        if (bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
            listen(listener_, 8) != 0)
            throw std::runtime_error("cannot listen");
        thread_ = std::thread{[this] { serve(); }};
    }
    ~PretendedClamd()
    {
        stopping_ = true;
        shutdown(listener_, SHUT_RDWR);
        thread_.join();
        close(listener_);
        std::filesystem::remove(path_);
    }
    PretendedClamd(const PretendedClamd&) = delete;
    PretendedClamd& operator=(const PretendedClamd&) = delete;

    std::string address() const { return "unix:" + path_; }

private:
    static std::string read_exactly(int client, std::size_t bytes)
    {
        std::string read(bytes, '\0');
        std::size_t have = 0;
        while (have < bytes) {
            const auto count = recv(client, read.data() + have, bytes - have, 0);
            if (count <= 0)
                break;
            have += static_cast<std::size_t>(count);
        }
        read.resize(have);
        return read;
    }
    std::string streamed(int client) const
    {
        std::string all;
        for (;;) {
            const std::string length = read_exactly(client, 4);
            if (length.size() < 4)
                return all;
            std::size_t bytes = 0;
            for (const char byte : length)
                bytes = bytes << 8 | static_cast<unsigned char>(byte);
            if (bytes == 0 || !answers_.listens_to_the_end)
                return all;
            all += read_exactly(client, bytes);
        }
    }
    void answer(int client, bool version) const
    {
        const std::string text = version ? answers_.version : answers_.stream(streamed(client));
        if (!version && !answers_.speaks)
            read_exactly(client, 1);
        else
            send(client, text.data(), text.size(), MSG_NOSIGNAL);
    }
    void serve()
    {
        while (!stopping_) {
            const int client = accept(listener_, nullptr, nullptr);
            if (client < 0)
                return;
            std::string command;
            while (!command.ends_with('\0') && command.size() < 20) {
                const std::string byte = read_exactly(client, 1);
                if (byte.empty())
                    break;
                command += byte;
            }
            answer(client, command.starts_with("zVERSION"));
            close(client);
        }
    }

    Answers answers_;
    std::string path_;
    int listener_ = -1;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}

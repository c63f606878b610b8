#include "platform/key_file.hpp"

#include "platform/crypto.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace hoshuban {
namespace {

constexpr std::size_t key_bytes = 32;

class Descriptor {
public:
    explicit Descriptor(int number)
        : number_{number}
    {
    }
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }
    bool open() const { return number_ >= 0; }

private:
    int number_;
};

std::unexpected<Error> unusable(const std::filesystem::path& path, const Text& why)
{
    return fail(ErrorKind::unavailable, "app/key_file",
        {fmt::format("鍵のファイル「{}」を使えません。{}", path.string(), why.ja),
            fmt::format("the key file \"{}\" cannot be used: {}", path.string(), why.en)});
}

std::unexpected<Error> unusable(const std::filesystem::path& path)
{
    const std::string reason = std::system_category().message(errno);
    return unusable(path, {reason, reason});
}

Result<void> make(const std::filesystem::path& path)
{
    const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    if (!file.open())
        return errno == EEXIST ? Result<void>{} : unusable(path);
    const std::string key = crypto::random_bytes(key_bytes);
    if (::write(file.number(), key.data(), key.size()) != static_cast<ssize_t>(key.size()) ||
        ::fsync(file.number()) != 0)
        return unusable(path);
    return {};
}

}

Result<std::string> key_of(const std::filesystem::path& path)
{
    TRY(make(path));
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat facts { };
    if (!file.open() || ::fstat(file.number(), &facts) != 0)
        return unusable(path);
    if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return unusable(
            path, {"ほかの利用者に読まれないように、chmod 600 にしてください。", "others can read it: chmod 600"});
    std::array<char, key_bytes + 1> bytes{};
    const ssize_t count = ::read(file.number(), bytes.data(), bytes.size());
    if (count != static_cast<ssize_t>(key_bytes))
        return unusable(path, {"中身が32バイトの鍵ではありません。", "it holds no key of 32 bytes"});
    return std::string{bytes.data(), key_bytes};
}

}

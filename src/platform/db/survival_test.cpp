#include "platform/db/test_database.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace hoshuban::db {
namespace {

constexpr Query same(std::string_view name, std::string_view text)
{
    return {name, text, text};
}

constexpr Query insert_blob = same("test.insert", "INSERT INTO blob (sha256, size, chunks) VALUES ($1, 0, 0)");
constexpr Query list_blobs = same("test.list", "SELECT sha256 FROM blob ORDER BY sha256");

/// Writes rows from eight threads and reports each on the pipe once write() has returned, until killed.
[[noreturn]] void write_until_killed(const std::string& url, int round, int report)
{
    Database database{{.url = url}};
    std::vector<std::jthread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0;; ++i) {
                const std::string id = fmt::format("{:02}-{}-{:08}\n", round, t, i);
                database.write([&](Tx& tx) { tx.execute(insert_blob, id); });
                if (::write(report, id.data(), id.size()) < 0)
                    _exit(1);
            }
        });
    }
    threads.clear();
    _exit(1);
}

constexpr const char* child_settings = "HOSHUBAN_SURVIVAL_CHILD";

/// Makes this program the child when it was started as one: `<round> <url>`, confirming on standard error.
class Child : public testing::Environment {
public:
    void SetUp() override
    {
        const char* settings = std::getenv(child_settings);
        if (settings == nullptr)
            return;
        const std::string_view text = settings;
        const auto space = text.find(' ');
        write_until_killed(std::string{text.substr(space + 1)}, std::atoi(settings), STDERR_FILENO);
    }
};

[[maybe_unused]] const auto* const child_environment = testing::AddGlobalTestEnvironment(new Child);

/// The rows the child confirmed before it was killed in the middle of its work.
std::vector<std::string> confirmed_until_killed(const std::string& url, int round)
{
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
        setenv(child_settings, fmt::format("{} {}", round, url).c_str(), 1);
        execl("/proc/self/exe", "db_test", nullptr);
        _exit(1);
    }
    close(ends[1]);
    const std::size_t enough = 2'000 + 700 * static_cast<std::size_t>(round);
    std::string text;
    char buffer[4096];
    for (ssize_t size = 0; (size = read(ends[0], buffer, sizeof buffer)) > 0;) {
        text.append(buffer, static_cast<std::size_t>(size));
        if (text.size() > enough)
            kill(child, SIGKILL);
    }
    waitpid(child, nullptr, 0);
    close(ends[0]);
    std::vector<std::string> ids;
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
        ids.push_back(text.substr(at, end + 1 - at));
    return ids;
}

class SurvivalOn : public test::OnBothDatabases { };

HOSHUBAN_ON_BOTH_DATABASES(SurvivalOn);

TEST_P(SurvivalOn, NoConfirmedWriteIsLostWhenTheProcessIsKilled)
{
    std::vector<std::string> confirmed;
    for (int round = 0; round < 5; ++round) {
        const auto ids = confirmed_until_killed(test_database().url(), round);
        EXPECT_FALSE(ids.empty());
        confirmed.insert(confirmed.end(), ids.begin(), ids.end());
    }
    test_database().reopen();
    const auto stored = database().read([](Reader& reader) {
        return reader.query(list_blobs).map([](const Row& row) { return row.get<std::string>("sha256"); });
    });
    std::ranges::sort(confirmed);
    EXPECT_TRUE(std::ranges::includes(stored, confirmed))
        << stored.size() << " stored, " << confirmed.size() << " confirmed";
}

}
}

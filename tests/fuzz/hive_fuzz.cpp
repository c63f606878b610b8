#include "formats/hive.hpp"
#include "formats/hive_file_test.hpp"

#include <cstdint>

using namespace hoshuban;

namespace {

void read_all(std::string_view bytes)
{
    const auto hive = registry::Hive::open(bytes);
    if (!hive)
        return;
    std::size_t read = 0;
    hive->visit([&](std::string_view path, const registry::Key&, std::span<const registry::Value> values) {
        for (const registry::Value& value : values)
            read += path.size() + value.name.size() + value.data.size() + registry::to_text(value).size();
    });
    // No cell may be read again and again.
    if (read > 1'000 * bytes.size() * bytes.size())
        __builtin_trap();
    (void)hive->find("Control Panel\\Desktop");
}

}

/// The first byte chooses what the rest is: `h` a whole hive, everything else the cells behind a sound header, which a
/// fuzzer would have to find beyond 4,096 bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string rest{reinterpret_cast<const char*>(data) + 1, size - 1};
    if (data[0] == 'h') {
        read_all(rest);
        return 0;
    }
    static const std::string head = test::HiveWriter{{"R"}}.bytes().substr(0, 4096);
    read_all(head + rest);
    return 0;
}

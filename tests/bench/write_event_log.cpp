// write_event_log FILE MEGABYTES: a generated Security log for events.bash.
#include "dense_event_log.hpp"

#include <cstdlib>
#include <fstream>

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const std::string bytes = hoshuban::bench::dense_event_log(std::strtoull(argv[2], nullptr, 10) << 20);
    std::ofstream file{argv[1], std::ios::binary};
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file.flush() ? 0 : 1;
}

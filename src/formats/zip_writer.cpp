#include "formats/zip_writer.hpp"

#include <memory>
#include <zip.h>

namespace hoshuban::zip {
namespace {

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

using Source = std::unique_ptr<zip_source_t, FreeSource>;
using Writing = std::unique_ptr<zip_t, Discard>;

std::unexpected<Error> failed(std::string_view what)
{
    return fail(ErrorKind::unavailable, "zip/write",
        {"ファイルを作れませんでした。もう一度お試しください。",
            "the file could not be made, please try again: " + std::string(what)});
}

Result<void> add(zip_t* archive, const std::string& name, const std::string& bytes, Instant modified)
{
    Source source{zip_source_buffer(archive, bytes.data(), bytes.size(), 0)};
    if (!source)
        return failed(zip_strerror(archive));
    const auto index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0)
        return failed(zip_strerror(archive));
    source.release(); // the archive owns it now
    const auto place = static_cast<zip_uint64_t>(index);
    zip_file_set_mtime(archive, place, modified.time_since_epoch().count(), 0);
    return {};
}

Result<std::string> bytes_of(zip_source_t* source)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        return failed("read");
    std::string bytes(stat.size, '\0');
    const auto read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (read != static_cast<zip_int64_t>(bytes.size()))
        return failed("read");
    return bytes;
}

}

Result<std::string> pack(const Parts& parts, Instant modified)
{
    zip_error_t error;
    zip_error_init(&error);
    Source target{zip_source_buffer_create(nullptr, 0, 0, &error)};
    if (!target)
        return failed("memory");
    Writing archive{zip_open_from_source(target.get(), ZIP_TRUNCATE, &error)};
    if (!archive)
        return failed("open");
    zip_source_keep(target.get()); // closing the archive gives up its own hold
    for (const auto& [name, bytes] : parts)
        TRY(add(archive.get(), name, bytes, modified));
    if (zip_close(archive.get()) != 0)
        return failed(zip_strerror(archive.get()));
    archive.release(); // closing freed it
    return bytes_of(target.get());
}

}

#include "platform/db/blob.hpp"
#include "platform/crypto.hpp"
#include "platform/db/failure.hpp"
#include "platform/db/sql.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <zstd.h>

namespace hoshuban::db {
namespace {

// Small enough that no single value is a burden for either database, large enough that a page of overhead is nothing.
constexpr std::size_t chunk_bytes = 256 * 1024;

struct Stored {
    std::int64_t size;
    std::int64_t chunks;
};

std::string unpack(const std::string& packed, std::size_t size)
{
    std::string bytes(size, '\0');
    const std::size_t written = ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
    if (ZSTD_isError(written) != 0 || written != size)
        throw_broken("a stored file cannot be unpacked");
    return bytes;
}

}

PackedBlob pack_blob(std::string_view bytes)
{
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), ZSTD_CLEVEL_DEFAULT);
    if (ZSTD_isError(size) != 0)
        throw_broken(fmt::format("zstd: {}", ZSTD_getErrorName(size)));
    packed.resize(size);
    return {crypto::sha256_hex(bytes), static_cast<std::int64_t>(bytes.size()), std::move(packed)};
}

void put_blob(Tx& tx, const PackedBlob& blob)
{
    const std::string_view packed = blob.packed;
    const std::size_t chunks = (packed.size() + chunk_bytes - 1) / chunk_bytes;
    if (tx.execute(sql::insert_blob, blob.sha256, blob.size, static_cast<std::int64_t>(chunks)) == 0)
        return;
    for (std::size_t i = 0; i < chunks; ++i)
        tx.execute(sql::insert_blob_chunk, blob.sha256, static_cast<std::int64_t>(i),
            BytesView{packed.substr(i * chunk_bytes, chunk_bytes)});
}

Result<std::string> find_blob(Reader& reader, std::string_view sha256, std::size_t most)
{
    const auto stored = reader.query(sql::find_blob, sha256).one_or_none([](const Row& row) {
        return Stored{row.get<std::int64_t>("size"), row.get<std::int64_t>("chunks")};
    });
    if (!stored)
        return fail(ErrorKind::not_found, "blob/not_found",
            {"ファイルの中身が見つかりません。", "the file's bytes are not there"});
    const auto size = static_cast<std::size_t>(stored->size);
    if (size > most)
        return fail(ErrorKind::too_large, "blob/too_large",
            {fmt::format("ファイルが大きすぎます（{} バイト、上限 {} バイト）。", size, most),
                fmt::format("the file is too large ({} bytes, at most {})", size, most)});
    std::string packed;
    reader.query(sql::list_blob_chunks, sha256).for_each([&](const Row& row) {
        packed += row.get<Bytes>("packed").data;
    });
    std::string bytes = unpack(packed, size);
    if (crypto::sha256_hex(bytes) != sha256)
        throw_broken(fmt::format("the stored file {} is damaged", sha256));
    return bytes;
}

}

#include "platform/crypto.hpp"
#include "platform/db/backup_file.hpp"

#include <bit>
#include <fmt/format.h>
#include <fstream>
#include <zstd.h>

namespace hoshuban::db {
namespace {

// Far above any value of the product; a damaged size must not make us ask for the memory of a lifetime.
constexpr std::int64_t longest_value = 64 << 20;
constexpr std::size_t portion_bytes = 128 * 1024;

}

std::unexpected<Error> damaged_backup(const std::string& why)
{
    return fail(ErrorKind::invalid, "backup/damaged",
        {fmt::format(
             "バックアップファイルが壊れているか、途中までしかありません（{}）。別のバックアップを使ってください。",
             why),
            fmt::format("The backup file is damaged or incomplete ({}). Use another one.", why)});
}

struct BackupInput::Stream {
    explicit Stream(const std::filesystem::path& path)
        : file{path, std::ios::binary}
        , zstd{ZSTD_createDCtx()}
        , packed(portion_bytes, '\0')
    {
    }
    ~Stream() { ZSTD_freeDCtx(zstd); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    /// Decompresses another portion behind what is there; false at the end and on damage.
    bool more()
    {
        if (in.pos == in.size) {
            file.read(packed.data(), std::ssize(packed));
            in = {packed.data(), static_cast<std::size_t>(file.gcount()), 0};
        }
        const bool starved = in.size == 0;
        if (starved && frame_ended)
            return false;
        const std::size_t before = bytes.size();
        bytes.resize(before + portion_bytes);
        ZSTD_outBuffer out{bytes.data() + before, portion_bytes, 0};
        const std::size_t left = ZSTD_decompressStream(zstd, &out, &in);
        bytes.resize(before + out.pos);
        frame_ended = left == 0;
        if (ZSTD_isError(left) != 0)
            return false;
        return !starved || out.pos > 0;
    }

    std::ifstream file;
    ZSTD_DCtx* zstd;
    std::string packed;
    ZSTD_inBuffer in{nullptr, 0, 0};
    bool frame_ended = false;
    std::string bytes; // decompressed; those before `at` are used up
    std::size_t at = 0;
    crypto::Sha256 table;
    crypto::Sha256 whole;
};

BackupInput::BackupInput(std::unique_ptr<Stream> stream)
    : stream_{std::move(stream)}
{
}
BackupInput::BackupInput(BackupInput&&) noexcept = default;
BackupInput::~BackupInput() = default;

Result<BackupInput> BackupInput::open(const std::filesystem::path& path)
{
    auto stream = std::make_unique<Stream>(path);
    if (!stream->file)
        return fail(ErrorKind::not_found, "backup/not_found",
            {fmt::format("バックアップファイル {} を開けません。", path.string()),
                fmt::format("cannot open the backup file {}", path.string())});
    std::string first(backup_format.size(), '\0');
    stream->file.read(first.data(), std::ssize(first));
    if (first != backup_format)
        return fail(ErrorKind::invalid, "backup/format",
            {fmt::format("{} はこのプログラムのバックアップファイルではありません。", path.string()),
                fmt::format("{} is not a backup file of this program", path.string())});
    return BackupInput{std::move(stream)};
}

Result<std::string_view> BackupInput::take(std::size_t size)
{
    Stream& stream = *stream_;
    if (stream.at > portion_bytes) {
        stream.bytes.erase(0, stream.at);
        stream.at = 0;
    }
    while (stream.bytes.size() - stream.at < size) {
        if (!stream.more())
            return damaged_backup("truncated");
    }
    const auto taken = std::string_view{stream.bytes}.substr(stream.at, size);
    stream.at += size;
    stream.table.add(taken);
    stream.whole.add(taken);
    return taken;
}

Result<char> BackupInput::tag()
{
    TRY_ASSIGN(const auto bytes, take(1));
    return bytes[0];
}

Result<std::int64_t> BackupInput::number()
{
    TRY_ASSIGN(const auto bytes, take(8));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return static_cast<std::int64_t>(value);
}

Result<std::int64_t> BackupInput::count(std::int64_t most)
{
    TRY_ASSIGN(const auto value, number());
    if (value < 0 || value > most)
        return damaged_backup("impossible size");
    return value;
}

Result<std::string> BackupInput::text()
{
    TRY_ASSIGN(const auto size, count(longest_value));
    TRY_ASSIGN(const auto bytes, take(static_cast<std::size_t>(size)));
    return std::string{bytes};
}

Result<Param> BackupInput::value()
{
    TRY_ASSIGN(const char kind, tag());
    switch (kind) {
    case 'N':
        return Param{};
    case 'I': {
        TRY_ASSIGN(const auto value, number());
        return Param{value};
    }
    case 'D': {
        TRY_ASSIGN(const auto bits, number());
        return Param{std::bit_cast<double>(bits)};
    }
    case 'T': {
        TRY_ASSIGN(auto value, text());
        return Param{std::move(value)};
    }
    case 'B': {
        TRY_ASSIGN(auto value, text());
        return Param{Bytes{std::move(value)}};
    }
    default:
        return damaged_backup("unknown value");
    }
}

void BackupInput::begin_table_hash()
{
    stream_->table = {};
}

std::string BackupInput::table_hash()
{
    return crypto::hex(std::exchange(stream_->table, {}).finish());
}

std::string BackupInput::whole_hash()
{
    return crypto::hex(std::exchange(stream_->whole, {}).finish());
}

Result<void> BackupInput::end()
{
    while (stream_->at == stream_->bytes.size() && stream_->more()) { }
    if (stream_->at != stream_->bytes.size() || !stream_->frame_ended)
        return damaged_backup("does not end where it should");
    return {};
}

}

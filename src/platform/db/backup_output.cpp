#include "platform/crypto.hpp"
#include "platform/db/backup_file.hpp"

#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <zstd.h>

namespace hoshuban::db {
namespace {

constexpr std::size_t pending_bytes = 256 * 1024;

std::filesystem::path partial(const std::filesystem::path& path)
{
    return path.string() + ".partial";
}

/// The new name of a file is only safe once its folder is.
bool sync_folder(const std::filesystem::path& path)
{
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool done = ::fsync(file) == 0;
    ::close(file);
    return done;
}

}

struct BackupOutput::Stream {
    explicit Stream(const std::filesystem::path& target)
        : path{target}
        , file{::open(partial(target).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)}
        , zstd{ZSTD_createCCtx()}
        , error{file < 0 ? errno : 0}
    {
        ZSTD_CCtx_setParameter(zstd, ZSTD_c_checksumFlag, 1);
        write(backup_format.data(), backup_format.size());
    }
    ~Stream()
    {
        ZSTD_freeCCtx(zstd);
        if (file >= 0) { // not finished: leave nothing behind
            ::close(file);
            ::unlink(partial(path).c_str());
        }
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    void write(const char* bytes, std::size_t size)
    {
        while (error == 0 && size > 0) {
            const ssize_t written = ::write(file, bytes, size);
            if (written < 0) {
                error = errno;
                return;
            }
            bytes += written;
            size -= static_cast<std::size_t>(written);
        }
    }

    void compress(ZSTD_EndDirective directive)
    {
        std::array<char, 128 * 1024> room;
        ZSTD_inBuffer in{pending.data(), pending.size(), 0};
        std::size_t left = 0;
        do {
            ZSTD_outBuffer out{room.data(), room.size(), 0};
            left = ZSTD_compressStream2(zstd, &out, &in, directive);
            if (ZSTD_isError(left) != 0) {
                error = EIO;
                return;
            }
            write(room.data(), out.pos);
        } while (in.pos < in.size || (directive == ZSTD_e_end && left != 0));
        pending.clear();
    }

    std::filesystem::path path;
    int file;
    ZSTD_CCtx* zstd;
    int error;
    std::string pending;
    crypto::Sha256 table;
    crypto::Sha256 whole;
};

BackupOutput::BackupOutput(const std::filesystem::path& path)
    : stream_{std::make_unique<Stream>(path)}
{
}

BackupOutput::~BackupOutput() = default;

void BackupOutput::add(std::string_view bytes)
{
    stream_->table.add(bytes);
    stream_->whole.add(bytes);
    stream_->pending += bytes;
    if (stream_->pending.size() >= pending_bytes)
        stream_->compress(ZSTD_e_continue);
}

void BackupOutput::tag(char tag)
{
    add({&tag, 1});
}

void BackupOutput::number(std::int64_t value)
{
    std::array<char, 8> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
    add({bytes.data(), bytes.size()});
}

void BackupOutput::text(std::string_view text)
{
    number(std::ssize(text));
    add(text);
}

void BackupOutput::value(const Cell& cell)
{
    switch (cell.kind) {
    case ValueKind::null:
        return tag('N');
    case ValueKind::integer:
        tag('I');
        return number(cell.integer);
    case ValueKind::real:
        tag('D');
        return number(std::bit_cast<std::int64_t>(cell.real));
    case ValueKind::text:
        tag('T');
        return text(cell.data);
    case ValueKind::bytes:
        tag('B');
        return text(cell.data);
    }
}

void BackupOutput::begin_table_hash()
{
    stream_->table = {};
}

std::string BackupOutput::table_hash()
{
    return crypto::hex(std::exchange(stream_->table, {}).finish());
}

std::string BackupOutput::whole_hash()
{
    return crypto::hex(std::exchange(stream_->whole, {}).finish());
}

Result<void> BackupOutput::finish()
{
    stream_->compress(ZSTD_e_end);
    if (stream_->error == 0 && ::fsync(stream_->file) != 0)
        stream_->error = errno;
    if (stream_->error == 0 && ::rename(partial(stream_->path).c_str(), stream_->path.c_str()) != 0)
        stream_->error = errno;
    if (stream_->error == 0 && !sync_folder(stream_->path))
        stream_->error = errno;
    if (stream_->error != 0) {
        const std::string why = std::strerror(stream_->error);
        return fail(ErrorKind::unavailable, "backup/not_written",
            {fmt::format("バックアップ {} を書き込めません（{}）。", stream_->path.string(), why),
                fmt::format("cannot write the backup {}: {}", stream_->path.string(), why)});
    }
    ::close(std::exchange(stream_->file, -1));
    return {};
}

}

#include "formats/zip.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>
#include <vector>
#include <zip.h>

namespace hoshuban::zip {
namespace {

std::unexpected<Error> broken()
{
    return fail(ErrorKind::invalid, "zip/broken",
        {"ファイルが壊れていて開けません。元のアプリケーションで開いて保存し直してください。",
            "the file is damaged: open it in the application it came from and save it again"});
}

std::unexpected<Error> expands_too_far(const std::string& name)
{
    return fail(ErrorKind::too_large, "zip/bomb",
        {fmt::format("ファイルの中の「{}」が異常に大きく展開されるため、読み込みを中止しました。", name),
            fmt::format("\"{}\" inside the file expands beyond any sensible size; reading was stopped", name)});
}

bool leaves_archive(std::string_view name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
        name.find(':') != std::string_view::npos)
        return true;
    return name == ".." || name.starts_with("../") || name.ends_with("/..") ||
        name.find("/../") != std::string_view::npos;
}

std::string lower(std::string name)
{
    std::ranges::transform(
        name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

Result<void> check_entry(zip_t* archive, zip_uint64_t index, std::unordered_set<std::string>& names)
{
    zip_stat_t stat;
    if (zip_stat_index(archive, index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME))
        return broken();
    if (leaves_archive(stat.name) || !names.insert(lower(stat.name)).second) {
        return fail(ErrorKind::invalid, "zip/path",
            {fmt::format(
                 "ファイルの中の名前「{}」は使えません。元のアプリケーションで保存し直してください。", stat.name),
                fmt::format("the name \"{}\" inside the file is not allowed: save the file again", stat.name)});
    }
    if (stat.encryption_method != ZIP_EM_NONE) {
        return fail(ErrorKind::invalid, "zip/encrypted",
            {"パスワードで保護されたファイルです。パスワードを外して保存し直してください。",
                "the file is protected by a password: remove the password and save it again"});
    }
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
        return fail(ErrorKind::invalid, "zip/method",
            {fmt::format("ファイルの中の「{}"
                         "」は対応していない方式で圧縮されています。元のアプリケーションで保存し直してください。",
                 stat.name),
                fmt::format("\"{}\" inside the file is packed in an unsupported way: save the file again", stat.name)});
    }
    return {};
}

Result<void> check_entries(zip_t* archive, const Limits& limits)
{
    const auto count = static_cast<std::size_t>(zip_get_num_entries(archive, 0));
    if (count > limits.entries) {
        return fail(ErrorKind::too_large, "zip/too_many_entries",
            {fmt::format("ファイルの中の部品が多すぎます（{}個、上限{}個）。", count, limits.entries),
                fmt::format("the file holds too many parts ({}, at most {})", count, limits.entries)});
    }
    std::unordered_set<std::string> names;
    for (std::size_t index = 0; index < count; ++index)
        TRY(check_entry(archive, index, names));
    return {};
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}

void Archive::Close::operator()(::zip* archive) const
{
    zip_discard(archive);
}

Result<Archive> Archive::open(std::string_view bytes, const Limits& limits)
{
    if (bytes.size() > limits.archive_bytes) {
        return fail(ErrorKind::too_large, "zip/too_large",
            {fmt::format("ファイルが大きすぎます（{}MB、上限{}MB）。行を分けて取り込んでください。", bytes.size() >> 20,
                 limits.archive_bytes >> 20),
                fmt::format("the file is too large ({} MB, at most {} MB): split it", bytes.size() >> 20,
                    limits.archive_bytes >> 20)});
    }
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (!source)
        return broken();
    zip_t* opened = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (!opened) {
        zip_source_free(source);
        return broken();
    }
    Archive archive{opened, limits};
    TRY(check_entries(opened, limits));
    return archive;
}

bool Archive::has(const std::string& name) const
{
    return zip_name_locate(m_archive.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<void> Archive::stream(const std::string& name, const Consumer& consume)
{
    const zip_int64_t index = zip_name_locate(m_archive.get(), name.c_str(), ZIP_FL_NOCASE);
    if (index < 0) {
        return fail(ErrorKind::invalid, "zip/missing_entry",
            {fmt::format("ファイルの中に「{}」がありません。Excelで開いて保存し直してください。", name),
                fmt::format("\"{}\" is missing inside the file: open it in Excel and save it again", name)});
    }
    zip_stat_t stat;
    const std::unique_ptr<zip_file_t, CloseFile> file{
        zip_fopen_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0)};
    if (!file || zip_stat_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0)
        return broken();

    std::vector<char> buffer(std::size_t{64} << 10);
    std::uint64_t expanded = 0;
    while (true) {
        const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
        if (got < 0)
            return broken();
        if (got == 0)
            return {};
        expanded += static_cast<std::uint64_t>(got);
        m_expanded += static_cast<std::uint64_t>(got);
        const bool swollen = expanded > m_limits.ratio_free_bytes && expanded / m_limits.ratio > stat.comp_size;
        if (swollen || expanded > m_limits.entry_bytes || m_expanded > m_limits.total_bytes)
            return expands_too_far(name);
        TRY(consume({buffer.data(), static_cast<std::size_t>(got)}));
    }
}

Result<std::string> Archive::read(const std::string& name)
{
    std::string bytes;
    TRY(stream(name, [&](std::string_view chunk) -> Result<void> {
        bytes.append(chunk);
        return {};
    }));
    return bytes;
}

}

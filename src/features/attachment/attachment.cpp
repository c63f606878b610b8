#include "features/attachment/attachment.hpp"

#include "core/fold.hpp"

#include <array>

namespace hoshuban::attachment {
namespace {

struct Ending {
    std::string_view ending;
    std::string_view type;
};

constexpr auto endings = std::to_array<Ending>({
    {".pdf", "application/pdf"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".txt", "text/plain; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".zip", "application/zip"},
});

}

Result<void> check_file_name(std::string_view name)
{
    if (find_my_number(name)) {
        const Text text{"ファイル名に、マイナンバーと思われる12桁の数字があります。名前を変えてください。",
            "the file name holds what can be a My Number: change the name"};
        return fail(ErrorKind::invalid, "text/my_number", text, {{"name", "text/my_number", text}});
    }
    bool clean = !name.empty() && count_characters(name) <= 200 && name != "." && name != "..";
    for (const char byte : name)
        clean = clean && static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f && byte != '/' && byte != '\\';
    for (const FoundFlaw& found : find_flaws(name))
        clean = clean && found.flaw != TextFlaw::broken_utf8 && found.flaw != TextFlaw::control;
    if (clean)
        return {};
    return fail(ErrorKind::invalid, "attachment/name",
        {"ファイル名を確かめてください。200文字以内で、/ と \\ と制御文字は使えません。",
            "check the file name: at most 200 characters, without / \\ and control characters"},
        {{"name", "invalid", {"ファイル名が使えません。", "this file name cannot be used"}}});
}

std::string content_type_of(std::string_view name)
{
    const std::string folded = fold(name);
    for (const auto& [ending, type] : endings) {
        if (folded.ends_with(ending))
            return std::string{type};
    }
    return "application/octet-stream";
}

}

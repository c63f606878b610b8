#include "core/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace hoshuban {

void Decoder::Closer::operator()(UConverter* converter) const
{
    ucnv_close(converter);
}

Decoder::Decoder(Encoding encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(encoding == Encoding::utf8 ? "UTF-8" : "windows-31j", &status));
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
}

std::optional<std::string> Decoder::decode(std::string_view bytes) const
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text{bytes.data(), static_cast<std::int32_t>(bytes.size()), converter_.get(), status};
    if (U_FAILURE(status))
        return std::nullopt;
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

std::optional<Encoding> encoding_of(std::string_view bytes)
{
    for (const Encoding encoding : {Encoding::utf8, Encoding::windows_31j}) {
        if (Decoder{encoding}.decode(bytes))
            return encoding;
    }
    return std::nullopt;
}

std::optional<std::string> utf8_from(std::string_view bytes)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark))
        bytes.remove_prefix(mark.size());
    for (const Encoding encoding : {Encoding::utf8, Encoding::windows_31j}) {
        if (auto text = Decoder{encoding}.decode(bytes))
            return text;
    }
    return std::nullopt;
}

}

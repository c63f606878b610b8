#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct UConverter;

namespace hoshuban {

/// How the bytes of Japanese text files are written. `windows_31j` is CP932 by Microsoft's table (①, 髙, ～ as U+FF5E).
enum class Encoding { utf8, windows_31j };

/// Reads bytes as UTF-8 text. Strict: nothing for bytes that the encoding does not know, never a substitute.
class Decoder {
public:
    explicit Decoder(Encoding);

    std::optional<std::string> decode(std::string_view bytes) const;

private:
    struct Closer {
        void operator()(UConverter*) const;
    };
    std::unique_ptr<UConverter, Closer> converter_;
};

/// The encoding of a text file: Japanese text in CP932 is never valid UTF-8, and the other way round a wrong guess
/// fails on decoding. Nothing when the bytes are neither.
std::optional<Encoding> encoding_of(std::string_view bytes);

/// The text of a file in one of the encodings, as UTF-8 without a byte order mark; nothing when it is none of them.
std::optional<std::string> utf8_from(std::string_view bytes);

}

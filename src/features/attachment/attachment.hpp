#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <string>
#include <string_view>

namespace hoshuban::attachment {

/// A file that belongs to a row of another room; its bytes lie in the blob store under their SHA-256.
struct Attachment {
    AttachmentId id;
    std::string name;
    std::string content_type;
    int size = 0; ///< bytes
    std::string sha256;
    Instant added_at;
    std::string added_by;
};

/// The largest file that may be attached, in bytes.
inline constexpr std::size_t most_attachment_bytes = std::size_t{50} << 20;

/// Refuses names that are empty, too long, or hold separators, control characters or what can be a My Number.
Result<void> check_file_name(std::string_view);

/// The type that a download states, by the ending of the name; bytes of unknown kind otherwise.
std::string content_type_of(std::string_view name);

}

#pragma once
#include "core/result.hpp"
#include "platform/db/database.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hoshuban::db {

/// The bytes of a file, hashed and compressed: the slow part, to be done before the transaction begins.
struct PackedBlob {
    std::string sha256; ///< of the bytes as they were given, in hexadecimal
    std::int64_t size = 0; ///< of the bytes as they were given
    std::string packed;
};

PackedBlob pack_blob(std::string_view bytes);

/// Stores the bytes in the same transaction as what refers to them. Bytes that are there already are not stored again.
void put_blob(Tx&, const PackedBlob&);

/// The bytes under this hash: `blob/not_found` when there are none, `blob/too_large` when they are more than `most`.
/// Damaged bytes are not given out: throws Broken.
Result<std::string> find_blob(Reader&, std::string_view sha256, std::size_t most);

}

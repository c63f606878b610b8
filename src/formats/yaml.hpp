#pragma once
#include "core/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoshuban::yaml {

/// Where something stands in a file; both count from 1, columns in characters.
struct Position {
    int line = 1;
    int column = 1;

    bool operator==(const Position&) const = default;
};

enum class Kind { null, scalar, sequence, mapping };

/// A key of a mapping with its value. A template only because a value holds entries and an entry holds a value.
template <class Value>
struct EntryOf {
    std::string key;
    Position position;
    Value value;
};

/// A parsed value with its place in the file. Plain data: no tags, no anchors, no aliases.
struct Value {
    Kind kind = Kind::null;
    Position position = {};
    std::string text = {}; ///< of a scalar
    bool plain = true; ///< a scalar written without quotes
    std::vector<Value> items = {}; ///< of a sequence
    std::vector<EntryOf<Value>> entries = {}; ///< of a mapping, in the order written, keys unique
};

using Entry = EntryOf<Value>;

/// What a file may contain at most.
struct Limits {
    std::size_t bytes = std::size_t{1} << 20;
    std::size_t depth = 12;
    std::size_t values = 50'000;
};

/// Collects what is wrong with one file. Each entry reads `contract.yaml:41: minutes.limit: …`, with the exact place
/// `contract.yaml:41:10` as its path.
class Problems {
public:
    explicit Problems(std::string file)
        : file_(std::move(file))
    {
    }

    void add(Position, std::string_view path, std::string code, const Text&);
    bool empty() const { return found_.empty(); }
    const std::string& file() const { return file_; }
    /// What was found, in the order of the file.
    std::vector<FieldError> take();

private:
    struct Found {
        Position position;
        FieldError error;
    };
    std::string file_;
    std::vector<Found> found_;
};

/// Read one YAML document. Refuses what the data of a contract never needs: tags, anchors and aliases, several
/// documents, duplicate keys, keys that are no plain words, control characters, and anything past the limits. Nothing
/// when the text cannot be read at all; the reasons stand in the problems.
std::optional<Value> parse(std::string_view bytes, Problems&, const Limits& = {});

/// The place of `minutes.limit` or `work_types[3].quotas[0]`; where the path ends early, that of its last existing
/// part.
Position locate(const Value& root, std::string_view path);

}

#pragma once
#include "core/result.hpp"
#include "formats/registry_value.hpp"
#include "formats/windows_types.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hoshuban::registry {

/// A key of a hive, by where it lies; valid as long as the bytes of its hive.
struct Key {
    std::string name; ///< of the root: what the hive calls it
    windows::FileTime written; ///< when it or one of its values was changed last
    std::size_t cell; ///< for the hive
};

/// A registry hive (regf) in memory: NTUSER.DAT, SYSTEM, exports of the firewall (.wfw). Nothing of it is believed:
/// whatever leads out of it or round in circles is left out and counted, and a hive costs no more than its size allows.
class Hive {
public:
    /// Refuses what is no hive. `bytes` must outlive the hive.
    static Result<Hive> open(std::string_view bytes);

    Key root() const;
    /// The key at `A\B\C` below the root. Capital and small letters of ASCII are the same.
    std::optional<Key> find(std::string_view path) const;
    std::vector<Key> keys_of(const Key&) const;
    std::vector<Value> values_of(const Key&) const;

    /// The path below the root, the key and its values.
    using Visit = std::function<void(std::string_view path, const Key&, std::span<const Value>)>;
    /// Every key, the root first.
    void visit(const Visit&) const;

    /// Whether the header's checksum holds and no change was left unwritten in the logs beside the hive.
    bool is_sound() const { return sound_; }
    /// How many keys, values and lists could not be read so far.
    std::size_t broken() const { return broken_; }

private:
    // What may be read before it is clear that cells are used again and again.
    struct Budget {
        std::size_t keys;
        std::size_t bytes;

        bool spend(std::size_t size)
        {
            const bool enough = size <= bytes;
            bytes -= enough ? size : bytes;
            return enough;
        }
    };

    Hive(std::string_view bytes, std::size_t root);

    Budget whole_budget() const;
    std::string_view cell(std::size_t offset) const;
    std::optional<Key> key_at(std::size_t offset) const;
    std::optional<Value> value_at(std::size_t offset, Budget&) const;
    std::optional<std::string> data_of(std::uint32_t size, std::size_t offset) const;
    std::optional<std::string> big_data(std::uint32_t size, std::string_view head) const;
    std::vector<Key> keys_of(const Key&, Budget&) const;
    std::vector<Value> values_of(const Key&, Budget&) const;
    void add_keys(std::size_t list, int depth, std::vector<Key>& keys, Budget&) const;
    void visit_below(std::string& path, const Key&, int depth, Budget&, const Visit&) const;

    std::string_view cells_; // what offsets count in
    std::size_t root_ = 0;
    bool sound_ = false;
    mutable std::size_t broken_ = 0;
};

}

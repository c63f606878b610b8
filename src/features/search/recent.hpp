#pragma once
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace hoshuban::search {

/// Values that were asked for lately and never change under their key. What nobody asked for while half of `most_bytes`
/// went by is forgotten. Thread safe.
template <class Value>
class Recent {
public:
    explicit Recent(std::size_t most_bytes)
        : most_bytes_{most_bytes}
    {
    }

    /// Null when it is not kept.
    std::shared_ptr<const Value> find(const std::string& key)
    {
        const std::lock_guard lock{mutex_};
        if (const auto found = young_.find(key); found != young_.end())
            return found->second.value;
        auto found = old_.extract(key);
        if (found.empty())
            return nullptr;
        auto value = found.mapped().value;
        put(std::move(found.key()), std::move(found.mapped()));
        return value;
    }

    void keep(std::string key, std::shared_ptr<const Value> value, std::size_t bytes)
    {
        const std::lock_guard lock{mutex_};
        put(std::move(key), {std::move(value), bytes});
    }

    /// What the kept values take up, as their keepers said.
    std::size_t bytes() const
    {
        const std::lock_guard lock{mutex_};
        return young_bytes_ + old_bytes_;
    }

private:
    struct Kept {
        std::shared_ptr<const Value> value;
        std::size_t bytes = 0;
    };

    void put(std::string key, Kept kept)
    {
        if (young_bytes_ + kept.bytes > most_bytes_ / 2) {
            old_ = std::exchange(young_, {});
            old_bytes_ = std::exchange(young_bytes_, 0);
        }
        const std::size_t bytes = kept.bytes;
        if (young_.insert_or_assign(std::move(key), std::move(kept)).second)
            young_bytes_ += bytes;
    }

    const std::size_t most_bytes_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Kept> young_;
    std::unordered_map<std::string, Kept> old_;
    std::size_t young_bytes_ = 0;
    std::size_t old_bytes_ = 0;
};

}

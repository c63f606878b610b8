#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hoshuban::db {

/// Prepared statements of one connection by their text. When full, the one unused for longest goes.
template <class Statement>
class StatementCache {
public:
    explicit StatementCache(std::size_t limit)
        : limit_{limit}
    {
    }

    std::shared_ptr<Statement> find(std::string_view text)
    {
        const auto entry = entries_.find(text);
        if (entry == entries_.end())
            return nullptr;
        entry->second.used = ++clock_;
        return entry->second.statement;
    }

    /// Returns the statement that had to go, if one had to.
    std::shared_ptr<Statement> insert(std::string_view text, std::shared_ptr<Statement> statement)
    {
        std::shared_ptr<Statement> removed;
        if (entries_.size() >= limit_) {
            auto oldest = entries_.begin();
            for (auto entry = entries_.begin(); entry != entries_.end(); ++entry) {
                if (entry->second.used < oldest->second.used)
                    oldest = entry;
            }
            removed = std::move(oldest->second.statement);
            entries_.erase(oldest);
        }
        entries_.insert_or_assign(std::string{text}, Entry{std::move(statement), ++clock_});
        return removed;
    }

    void clear() { entries_.clear(); }

private:
    struct Entry {
        std::shared_ptr<Statement> statement;
        std::uint64_t used;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::size_t limit_;
    std::uint64_t clock_ = 0;
    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
};

inline constexpr std::size_t statements_per_connection = 256;

}

#pragma once
#include <iterator>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace hoshuban::db {

class Tx;

/// Values that the writes of a group left for one store before their common commit.
class Gathered {
public:
    virtual ~Gathered() = default;
    Gathered() = default;
    Gathered(const Gathered&) = delete;
    Gathered& operator=(const Gathered&) = delete;

    virtual void store(Tx&) const = 0;
    /// Takes over the values of `other` when they are for the same store; says whether they were.
    virtual bool absorb(Gathered& other) = 0;
};

template <class T>
class GatheredOf : public Gathered {
public:
    using Store = void (*)(Tx&, std::span<const T>);

    GatheredOf(Store run, std::vector<T> values)
        : store_{run}
        , values_{std::move(values)}
    {
    }

    void store(Tx& tx) const override { store_(tx, values_); }

    bool absorb(Gathered& other) override
    {
        auto* const same = dynamic_cast<GatheredOf*>(&other);
        if (same == nullptr || same->store_ != store_)
            return false;
        values_.insert(values_.end(), std::make_move_iterator(same->values_.begin()),
            std::make_move_iterator(same->values_.end()));
        return true;
    }

private:
    Store store_;
    std::vector<T> values_;
};

/// What was gathered, one entry for each store in the order of first use.
class Gathering {
public:
    void add(std::unique_ptr<Gathered> gathered)
    {
        for (const auto& entry : entries_) {
            if (entry->absorb(*gathered))
                return;
        }
        entries_.push_back(std::move(gathered));
    }

    void add(Gathering&& other)
    {
        for (auto& entry : std::exchange(other.entries_, {}))
            add(std::move(entry));
    }

    void store(Tx& tx) const
    {
        for (const auto& entry : entries_)
            entry->store(tx);
    }

    bool empty() const { return entries_.empty(); }
    void clear() { entries_.clear(); }

private:
    std::vector<std::unique_ptr<Gathered>> entries_;
};

}

#pragma once
#include "core/result.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace hoshuban::xml {

/// The attributes of one element, by local name (`r:id` is found as `id`).
class Attributes {
public:
    explicit Attributes(const char** pairs)
        : m_pairs(pairs)
    {
    }

    /// Null when absent.
    const char* find(std::string_view local_name) const;
    std::string_view text(std::string_view local_name) const;

private:
    const char** m_pairs;
};

/// Receives a document as it is read. Names come without their namespace prefix.
class Handler {
public:
    virtual ~Handler() = default;
    virtual Result<void> open(std::string_view name, const Attributes&) = 0;
    virtual Result<void> close(std::string_view name) = 0;
    virtual Result<void> text(std::string_view) { return {}; }
};

/// A streaming XML reader for documents from outside: no DTD (so no entities of the document's own), bounded nesting,
/// bounded tags.
class Parser {
public:
    explicit Parser(Handler&);
    ~Parser();
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    Result<void> feed(std::string_view bytes);
    /// Call once after the last piece.
    Result<void> finish();

private:
    struct Bridge;
    struct Free {
        void operator()(XML_ParserStruct*) const;
    };

    Result<void> parse(std::string_view bytes, bool last);

    std::unique_ptr<Bridge> m_bridge;
    std::unique_ptr<XML_ParserStruct, Free> m_parser;
    std::size_t m_fed = 0;
};

}

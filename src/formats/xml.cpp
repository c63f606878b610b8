#include "formats/xml.hpp"

#include <expat.h>
#include <fmt/format.h>
#include <optional>

namespace hoshuban::xml {
namespace {

constexpr int deepest = 64;
constexpr std::size_t longest_tag = std::size_t{1} << 20;

std::string_view local(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Error dtd_refused()
{
    return {ErrorKind::invalid, "xml/doctype",
        {"ファイルの中に文書型宣言（DTD）があるため、安全のため読み込みません。元のアプリケーションで保存し直してくださ"
         "い。",
            "the file contains a document type declaration and is refused for safety: save it again"}};
}

Error too_deep()
{
    return {ErrorKind::invalid, "xml/too_deep",
        {"ファイルの中の構造が深すぎるため、読み込みません。", "the file is nested too deeply"}};
}

}

/// Carries handler failures across the C callbacks.
struct Parser::Bridge {
    Handler& handler;
    XML_Parser parser = nullptr;
    std::optional<Error> error = {};
    int depth = 0;

    void stop(Error why)
    {
        if (!error)
            error = std::move(why);
        XML_StopParser(parser, XML_FALSE);
    }

    void settle(Result<void> outcome)
    {
        if (!outcome)
            stop(std::move(outcome).error());
    }

    static void XMLCALL opened(void* self, const XML_Char* name, const XML_Char** attributes)
    {
        auto& bridge = *static_cast<Bridge*>(self);
        if (bridge.error)
            return;
        if (++bridge.depth > deepest)
            return bridge.stop(too_deep());
        bridge.settle(bridge.handler.open(local(name), Attributes{attributes}));
    }

    static void XMLCALL closed(void* self, const XML_Char* name)
    {
        auto& bridge = *static_cast<Bridge*>(self);
        if (bridge.error)
            return;
        --bridge.depth;
        bridge.settle(bridge.handler.close(local(name)));
    }

    static void XMLCALL read(void* self, const XML_Char* text, int length)
    {
        auto& bridge = *static_cast<Bridge*>(self);
        if (!bridge.error)
            bridge.settle(bridge.handler.text({text, static_cast<std::size_t>(length)}));
    }

    static void XMLCALL doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int)
    {
        static_cast<Bridge*>(self)->stop(dtd_refused());
    }
};

const char* Attributes::find(std::string_view local_name) const
{
    for (const char** pair = m_pairs; *pair; pair += 2) {
        if (local(*pair) == local_name)
            return pair[1];
    }
    return nullptr;
}

std::string_view Attributes::text(std::string_view local_name) const
{
    const char* value = find(local_name);
    return value ? std::string_view{value} : std::string_view{};
}

void Parser::Free::operator()(XML_ParserStruct* parser) const
{
    XML_ParserFree(parser);
}

Parser::Parser(Handler& handler)
    : m_bridge(std::make_unique<Bridge>(handler))
    , m_parser(XML_ParserCreate(nullptr))
{
    m_bridge->parser = m_parser.get();
    XML_SetUserData(m_parser.get(), m_bridge.get());
    XML_SetElementHandler(m_parser.get(), Bridge::opened, Bridge::closed);
    XML_SetCharacterDataHandler(m_parser.get(), Bridge::read);
    XML_SetStartDoctypeDeclHandler(m_parser.get(), Bridge::doctype);
}

Parser::~Parser() = default;

Result<void> Parser::parse(std::string_view bytes, bool last)
{
    const XML_Status status = XML_Parse(m_parser.get(), bytes.data(), static_cast<int>(bytes.size()), last);
    if (m_bridge->error)
        return fail(*m_bridge->error);
    m_fed += bytes.size();
    const XML_Index position = XML_GetCurrentByteIndex(m_parser.get());
    const bool stuck = position >= 0 && m_fed - static_cast<std::size_t>(position) > longest_tag;
    if (status == XML_STATUS_OK && !stuck)
        return {};
    return fail(ErrorKind::invalid, "xml/broken",
        {fmt::format("XMLとして読めません（{}行目）。", XML_GetCurrentLineNumber(m_parser.get())),
            fmt::format("not well-formed XML (line {})", XML_GetCurrentLineNumber(m_parser.get()))});
}

Result<void> Parser::feed(std::string_view bytes)
{
    return parse(bytes, false);
}

Result<void> Parser::finish()
{
    return parse({}, true);
}

}

#include "features/visit/refusal.hpp"

namespace hoshuban::visit {

std::unexpected<Error> refused_at(const std::string& field, const std::string& code, const Text& text, ErrorKind kind)
{
    return fail(kind, code, text, {{field, code, text}});
}

std::string clock_of(Instant at)
{
    const std::string text = to_text_jst(at);
    return text.substr(0, 10) + " " + text.substr(11, 5);
}

}

#include "platform/http/context.hpp"

#include "platform/uuid.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <stdexcept>

namespace hoshuban::http {

namespace {

std::unexpected<Error> not_found()
{
    return fail(ErrorKind::not_found, "http/not_found", {"見つかりません。", "Not found."});
}

/// Rights that only decide whether something can be seen; without them it does not exist.
bool is_view(Permission permission)
{
    return name_of(permission).starts_with("view_");
}

/// The weight (q) that an Accept-Language header gives to a language; 0 when it is not wanted.
double weight(std::string_view header, std::string_view language)
{
    double best = 0;
    while (!header.empty()) {
        const auto end = header.find(',');
        auto part = header.substr(0, end);
        header = end == std::string_view::npos ? std::string_view{} : header.substr(end + 1);
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        const bool same = part.starts_with(language) &&
            (part.size() == language.size() ||
                std::string_view("-; ").find(part[language.size()]) != std::string_view::npos);
        if (!same)
            continue;
        double q = 1;
        if (const auto mark = part.find("q="); mark != std::string_view::npos)
            std::from_chars(part.data() + mark + 2, part.data() + part.size(), q);
        best = std::max(best, q);
    }
    return best;
}

}

const Actor& Context::actor() const
{
    if (!parts_.identity)
        throw std::logic_error("an open route has no actor");
    return parts_.identity->actor;
}

Language preferred_language(const Request& request, const std::optional<Identity>& identity)
{
    if (const auto wish = request.query_value("lang")) {
        if (const auto language = named<Language>(*wish))
            return *language;
    }
    if (identity)
        return identity->language;
    const auto header = request.header("Accept-Language").value_or("");
    return weight(header, "en") > weight(header, "ja") ? Language::en : Language::ja;
}

Language Context::language() const
{
    return preferred_language(request_, parts_.identity);
}

const std::string& Context::path_text(std::string_view name) const
{
    const auto found = std::ranges::find(parts_.path_values, name, &PathValues::value_type::first);
    if (found == parts_.path_values.end())
        throw std::logic_error(fmt::format("the route has no path parameter {{{}}}", name));
    return found->second;
}

Result<void> Context::require_signed_in() const
{
    if (parts_.identity)
        return {};
    return fail(ErrorKind::unauthorized, "http/not_signed_in", {"ログインしてください。", "Please sign in."});
}

Result<void> Context::require(Permission permission, const ContractId& contract) const
{
    TRY(require_signed_in());
    if (actor().may(permission, contract))
        return {};
    // What is not for this role to read does not exist for it.
    if (!actor().sees(contract) || is_view(permission) || request_.method == Method::get)
        return not_found();
    return fail(ErrorKind::forbidden, "http/forbidden",
        {"この操作を行う権限がありません。", "You do not have the right to do this."});
}

Result<void> Context::require_administrator() const
{
    TRY(require_signed_in());
    if (actor().administrator)
        return {};
    return not_found();
}

Result<int> Context::if_match() const
{
    const auto header = request_.header("If-Match");
    if (!header)
        return fail(ErrorKind::precondition_required, "http/if_match_missing",
            {"どの版を変更するのか（If-Match）を指定してください。", "State the version you are changing (If-Match)."});
    std::string_view text = *header;
    if (text.size() > 2 && text.front() == '"' && text.back() == '"')
        text = text.substr(1, text.size() - 2);
    int version = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (problem != std::errc{} || end != text.data() + text.size() || version < 1)
        return fail(ErrorKind::invalid, "http/if_match_invalid",
            {"If-Match には版の番号を指定してください。", "If-Match must be a version number."});
    return version;
}

Result<void> Context::limit(const RateGroup& group, std::string_view key)
{
    const auto wait = limiter_.take(group, key, parts_.now);
    if (wait.count() == 0)
        return {};
    add_header("Retry-After", fmt::format("{}", wait.count()));
    return fail(ErrorKind::too_many, "http/too_many",
        {fmt::format("回数が多すぎます。{}秒後にもう一度お試しください。", wait.count()),
            fmt::format("Too many attempts. Try again in {} seconds.", wait.count())});
}

std::string Context::new_id_text() const
{
    return new_uuid(services_.clock);
}

}

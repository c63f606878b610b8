#include "platform/http/problem.hpp"

#include <array>

namespace hoshuban::http {

namespace {

struct Title {
    int status;
    std::string_view ja;
    std::string_view en;
};

constexpr auto titles = std::to_array<Title>({
    {400, "リクエストの形式が正しくありません", "Bad request"},
    {401, "ログインが必要です", "Sign-in required"},
    {403, "権限がありません", "Not allowed"},
    {404, "見つかりません", "Not found"},
    {405, "このメソッドは使えません", "Method not allowed"},
    {408, "時間切れです", "Request timed out"},
    {409, "登録済みの内容と矛盾します", "Conflict"},
    {412, "前提が変わっています", "Precondition failed"},
    {413, "大きすぎます", "Too large"},
    {415, "この形式は受け取れません", "Unsupported media type"},
    {422, "入力に誤りがあります", "Invalid input"},
    {428, "版の指定が必要です", "Version required"},
    {429, "回数が多すぎます", "Too many requests"},
    {431, "ヘッダーが大きすぎます", "Header too large"},
    {503, "今は利用できません", "Unavailable"},
});

std::string title_of(int status, Language language)
{
    for (const Title& title : titles) {
        if (title.status == status)
            return std::string(language == Language::ja ? title.ja : title.en);
    }
    return language == Language::ja ? "サーバーの内部エラーです" : "Internal error";
}

}

json::Object describe(const Problem::FieldProblem*)
{
    using F = Problem::FieldProblem;
    return json::object<F>("FieldProblem", json::field("path", &F::path), json::field("code", &F::code),
        json::field("ja", &F::ja), json::field("en", &F::en));
}

json::Object describe(const Problem*)
{
    using P = Problem;
    return json::object<P>("Problem", json::field("type", &P::type), json::field("title", &P::title),
        json::field("status", &P::status), json::field("code", &P::code), json::field("detail_ja", &P::detail_ja),
        json::field("detail_en", &P::detail_en), json::field("request_id", &P::request_id),
        json::field("errors", &P::errors));
}

int status_of(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::invalid:
        return 422;
    case ErrorKind::unauthorized:
        return 401;
    case ErrorKind::forbidden:
        return 403;
    case ErrorKind::not_found:
        return 404;
    case ErrorKind::conflict:
        return 409;
    case ErrorKind::precondition:
        return 412;
    case ErrorKind::precondition_required:
        return 428;
    case ErrorKind::too_large:
        return 413;
    case ErrorKind::too_many:
        return 429;
    case ErrorKind::unavailable:
        return 503;
    }
    return 500;
}

Response problem_response(const Error& error, const std::string& request_id, Language language)
{
    return problem_response(status_of(error.kind), error, request_id, language);
}

Response problem_response(int status, const Error& error, const std::string& request_id, Language language)
{
    Problem problem{.title = title_of(status, language),
        .status = status,
        .code = error.code,
        .detail_ja = error.text.ja,
        .detail_en = error.text.en,
        .request_id = request_id};
    for (const FieldError& field : error.fields)
        problem.errors.push_back({field.path, field.code, field.text.ja, field.text.en});
    return {status, {{"Content-Type", "application/problem+json; charset=utf-8"}}, json::print(problem)};
}

}

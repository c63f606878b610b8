#include "features/notice/notice_api.hpp"

#include "features/notice/choice_api.hpp"
#include "features/notice/mail_api.hpp"
#include "features/notice/notice_store.hpp"
#include "features/notice/webhook_api.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::notice {

struct NoticeQuery {
    bool unread = false;
    std::optional<Group> group;
    std::optional<std::int64_t> before;
    int limit = 50;
};

static json::Object describe(const NoticeQuery*)
{
    using Q = NoticeQuery;
    return json::object<Q>("NoticeQuery",
        json::field("unread", &Q::unread, {"未読だけ", "Unread only"}, json::defaulted()),
        json::field("group", &Q::group, {"種類", "Kinds"}),
        json::field("before", &Q::before, {"この番号より前", "Before this number"}),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct NoticeView {
    std::int64_t sequence = 0;
    std::string kind;
    Text what;
    Group group = Group::request;
    bool urgent = false;
    std::string subject_kind;
    std::string subject_id;
    std::string number;
    std::string title;
    std::string path;
    std::string actor_name;
    Text detail;
    Instant at;
    std::optional<Instant> read_at;
};

static json::Object describe(const NoticeView*)
{
    using V = NoticeView;
    return json::object<V>("Notice", json::field("sequence", &V::sequence, {"記録の番号", "Number of the event"}),
        json::field("kind", &V::kind, {"種類", "Kind"}), json::field("what", &V::what, {"出来事", "What happened"}),
        json::field("group", &V::group, {"まとまり", "Group of kinds"}),
        json::field("urgent", &V::urgent, {"急ぎ", "Urgent"}),
        json::field("subject_kind", &V::subject_kind, {"対象の種類", "Kind of subject"}),
        json::field("subject_id", &V::subject_id, {"対象", "Subject"}),
        json::field("number", &V::number, {"番号", "Number"}), json::field("title", &V::title, {"件名", "Title"}),
        json::field("path", &V::path, {"画面の場所", "Where its page is"}),
        json::field("actor_name", &V::actor_name, {"行った人", "Who did it"}),
        json::field("detail", &V::detail, {"説明", "Explanation"}), json::field("at", &V::at, {"日時", "When"}),
        json::field("read_at", &V::read_at, {"読んだ日時", "Read at"}));
}

struct NoticePage {
    std::vector<NoticeView> items;
    std::optional<std::int64_t> next;
    int unread = 0;
};

static json::Object describe(const NoticePage*)
{
    using V = NoticePage;
    return json::object<V>("NoticePage", json::field("items", &V::items),
        json::field("next", &V::next, {"続き", "Where to go on"}),
        json::field("unread", &V::unread, {"未読の件数", "Unread"}));
}

struct UnreadView {
    int unread = 0;
};

static json::Object describe(const UnreadView*)
{
    return json::object<UnreadView>(
        "UnreadNotices", json::field("unread", &UnreadView::unread, {"未読の件数", "Unread"}));
}

struct MarkRead {
    std::vector<std::int64_t> sequences;
    std::optional<std::int64_t> until;
};

static json::Object describe(const MarkRead*)
{
    using V = MarkRead;
    return json::object<V>("MarkRead",
        json::field(
            "sequences", &V::sequences, {"読んだもの", "What was read"}, json::items(0, 200), json::defaulted()),
        json::field("until", &V::until, {"この番号までのすべて", "Everything up to this number"}));
}

namespace {

NoticeView view_of(Notice notice, const audit::Words& words)
{
    return {.sequence = notice.sequence,
        .kind = notice.kind,
        .what = words.kind(notice.kind),
        .group = notice.group,
        .urgent = notice.urgent,
        .subject_kind = notice.subject.kind,
        .subject_id = notice.subject.id,
        .number = std::move(notice.number),
        .title = std::move(notice.title),
        .path = std::move(notice.path),
        .actor_name = std::move(notice.actor_name),
        .detail = std::move(notice.detail),
        .at = notice.at,
        .read_at = notice.read_at};
}

Result<NoticePage> list_notices(http::Context& context, const NoticeQuery& query, const audit::Words& words)
{
    const Sight sight = sight_of(context.actor(), context.path<ContractId>("contract"));
    const Filter filter{query.group, query.unread, query.before, query.limit + 1};
    NoticePage page;
    auto found = context.database().read([&](db::Reader& reader) {
        page.unread = count_unread(reader, sight);
        return list(reader, sight, filter);
    });
    const bool more = found.size() > static_cast<std::size_t>(query.limit);
    if (more)
        found.pop_back();
    for (Notice& notice : found)
        page.items.push_back(view_of(std::move(notice), words));
    if (more)
        page.next = page.items.back().sequence;
    return page;
}

Result<UnreadView> count(http::Context& context)
{
    const Sight sight = sight_of(context.actor(), context.path<ContractId>("contract"));
    return UnreadView{context.database().read([&](db::Reader& reader) { return count_unread(reader, sight); })};
}

// What somebody has read is his own matter: it is no event.
Result<UnreadView> mark(http::Context& context, const MarkRead& body)
{
    const auto contract = context.path<ContractId>("contract");
    const Sight sight = sight_of(context.actor(), contract);
    return UnreadView{context.database().write([&](db::Tx& tx) {
        mark_read(tx, contract, sight.person, body.sequences, context.now());
        if (body.until)
            mark_all_read(tx, contract, sight.person, *body.until, context.now());
        return count_unread(tx, sight);
    })};
}

}

void add_routes(http::Router& router, const audit::Words& words, const Outside& outside)
{
    const std::string all = "/api/v1/contracts/{contract}/notices";
    router
        .get(all,
            [&words](http::Context& context, const NoticeQuery& query) { return list_notices(context, query, words); })
        .permission(Permission::view_contract)
        .summary({"自分へのお知らせの一覧", "List my notices"});
    router.get(all + "/unread", count)
        .permission(Permission::view_contract)
        .summary({"未読のお知らせの件数", "Count my unread notices"});
    router.post(all + "/read", mark)
        .permission(Permission::view_contract)
        .summary({"お知らせを既読にする", "Mark notices as read"});
    add_choice_routes(router, outside);
    add_mail_routes(router, outside);
    add_webhook_routes(router, outside);
}

}

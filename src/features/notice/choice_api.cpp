#include "features/notice/choice_api.hpp"

#include "features/account/person_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/notice/choice_store.hpp"

#include <charconv>
#include <fmt/format.h>

namespace hoshuban::notice {

struct GroupWay {
    Group group = Group::request;
    Way way = Way::screen;
};

static json::Object describe(const GroupWay*)
{
    using V = GroupWay;
    return json::object<V>("GroupWay", json::field("group", &V::group, {"種類", "Kinds"}),
        json::field("way", &V::way, {"受け取り方", "Way"}));
}

struct LabelledWay {
    Group group = Group::request;
    Text label;
    Way way = Way::screen;
};

static json::Object describe(const LabelledWay*)
{
    using V = LabelledWay;
    return json::object<V>("LabelledWay", json::field("group", &V::group, {"種類", "Kinds"}),
        json::field("label", &V::label, {"名称", "Label"}), json::field("way", &V::way, {"受け取り方", "Way"}));
}

struct ChoicesView {
    std::vector<LabelledWay> ways;
    std::string digest_at;
    bool urgent_always = false;
    std::string mail;
    bool mail_configured = false;
    int version = 1;
};

static json::Object describe(const ChoicesView*)
{
    using V = ChoicesView;
    return json::object<V>("NoticeChoices", json::field("ways", &V::ways, {"受け取り方", "Ways"}),
        json::field("digest_at", &V::digest_at, {"まとめて送る時刻", "Time of the digest"}),
        json::field("urgent_always", &V::urgent_always, {"急ぎは時間外も", "Urgent ones at any hour"}),
        json::field("mail", &V::mail, {"メールアドレス", "Mail address"}),
        json::field("mail_configured", &V::mail_configured, {"メールを送れる設定か", "Whether mail can be sent"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct ChangeChoices {
    std::vector<GroupWay> ways;
    std::string digest_at;
    bool urgent_always = false;
};

static json::Object describe(const ChangeChoices*)
{
    using V = ChangeChoices;
    return json::object<V>("ChangeNoticeChoices",
        json::field("ways", &V::ways, {"受け取り方", "Ways"}, json::items(0, 50)),
        json::field("digest_at", &V::digest_at, {"まとめて送る時刻", "Time of the digest"}, json::length(5, 5)),
        json::field("urgent_always", &V::urgent_always, {"急ぎは時間外も", "Urgent ones at any hour"}));
}

namespace {

std::string clock_text(std::chrono::minutes time)
{
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

std::optional<int> two_digits(std::string_view text, int most)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > most)
        return std::nullopt;
    return value;
}

Result<std::chrono::minutes> parse_clock(std::string_view text)
{
    const auto hour = text.size() == 5 && text[2] == ':' ? two_digits(text.substr(0, 2), 23) : std::nullopt;
    const auto minute = hour ? two_digits(text.substr(3), 59) : std::nullopt;
    if (!minute) {
        const Text wrong{"時刻は 08:30 のように入力してください。", "write a time of day like 08:30"};
        return fail(ErrorKind::invalid, "notice/clock", wrong, {{"digest_at", "notice/clock", wrong}});
    }
    return std::chrono::minutes{*hour * 60 + *minute};
}

using OneChoices = http::Versioned<ChoicesView>;

OneChoices view_of(const Choice& choice, const std::string& mail, const Outside& outside)
{
    ChoicesView view{.ways = {},
        .digest_at = clock_text(choice.digest_at),
        .urgent_always = choice.urgent_always,
        .mail = mail,
        .mail_configured = outside.mail.has_value(),
        .version = choice.version};
    for (const auto& [group, name] : names_of(static_cast<const Group*>(nullptr)))
        view.ways.push_back({group, label(group), choice.way(group)});
    return {std::move(view), choice.version};
}

std::string mail_of(db::Reader& reader, const PersonId& id)
{
    const auto person = account::find_person(reader, id);
    return person ? person->mail : "";
}

std::string facts_json(const Choice& choice)
{
    std::string ways;
    for (const auto& [group, way] : choice.ways)
        ways += fmt::format("{}{}={}", ways.empty() ? "" : ",", name_of(group), name_of(way));
    return json::print(std::map<std::string, std::string>{{"ways", ways}, {"digest_at", clock_text(choice.digest_at)},
        {"urgent_always", choice.urgent_always ? "true" : "false"}});
}

Result<OneChoices> show(http::Context& context, const Outside& outside)
{
    const auto contract = context.path<ContractId>("contract");
    const Actor& actor = context.actor();
    return context.database().read([&](db::Reader& reader) -> Result<OneChoices> {
        return view_of(
            choice_of(reader, contract, actor.person, actor.roles(contract)), mail_of(reader, actor.person), outside);
    });
}

Result<OneChoices> change(http::Context& context, const ChangeChoices& body, const Outside& outside)
{
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto digest_at, parse_clock(body.digest_at));
    const auto contract = context.path<ContractId>("contract");
    const Actor& actor = context.actor();
    return context.database().write([&](db::Tx& tx) -> Result<OneChoices> {
        const Choice before = choice_of(tx, contract, actor.person, actor.roles(contract));
        Choice wanted = before;
        for (const GroupWay& each : body.ways)
            wanted.ways[each.group] = each.way;
        wanted.digest_at = digest_at;
        wanted.urgent_always = body.urgent_always;
        wanted.version = version;
        TRY_ASSIGN(const auto after, save(tx, contract, actor.person, std::move(wanted)));
        audit::Entry entry = audit::entry(context, contract, "notice.choices_changed", {"person", actor.person.text});
        entry.before = facts_json(before);
        entry.after = facts_json(after);
        audit::record(tx, entry);
        return view_of(after, mail_of(tx, actor.person), outside);
    });
}

}

void add_choice_routes(http::Router& router, const Outside& outside)
{
    const std::string path = "/api/v1/contracts/{contract}/notices/choices";
    router.get(path, [&outside](http::Context& context) { return show(context, outside); })
        .permission(Permission::view_contract)
        .summary({"自分の通知の受け取り方", "How I want to be told"});
    router
        .put(path,
            [&outside](http::Context& context, const ChangeChoices& body) { return change(context, body, outside); })
        .permission(Permission::view_contract)
        .summary({"自分の通知の受け取り方を変える", "Change how I want to be told"});
}

}

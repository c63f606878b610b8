#pragma once
#include "features/search/hit_store.hpp"
#include "features/search/source_store.hpp"
#include "formats/json.hpp"

namespace hoshuban::search {

inline auto describe(const Span*)
{
    return json::object<Span>("SearchSpan", json::field("text", &Span::text, {"文字", "Text"}),
        json::field("hit", &Span::hit, {"見つかった語", "A word that was found"}));
}

struct HitView {
    std::string id;
    std::vector<Span> number;
    std::vector<Span> title;
    Text place;
    std::vector<Span> excerpt;
};

inline auto describe(const HitView*)
{
    using V = HitView;
    return json::object<V>("SearchHit", json::field("id", &V::id),
        json::field("number", &V::number, {"番号", "Number"}), json::field("title", &V::title, {"件名", "Title"}),
        json::field("place", &V::place, {"見つかった場所", "Where it stands"}),
        json::field("excerpt", &V::excerpt, {"前後の文", "The text around it"}));
}

struct GroupView {
    std::string kind;
    Text label;
    std::vector<HitView> hits;
    std::optional<std::string> next_cursor;
};

inline auto describe(const GroupView*)
{
    using V = GroupView;
    return json::object<V>("SearchGroup", json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("label", &V::label, {"名称", "Label"}), json::field("hits", &V::hits, {"見つかったもの", "Hits"}),
        json::field("next_cursor", &V::next_cursor, {"続きの位置", "Where to go on"}));
}

struct AnswerView {
    std::vector<GroupView> groups;
    bool building = false;
};

inline auto describe(const AnswerView*)
{
    using V = AnswerView;
    return json::object<V>("SearchAnswer", json::field("groups", &V::groups, {"種類ごとの結果", "Hits by kind"}),
        json::field("building", &V::building,
            {"索引を作っている途中（まだ見つからないものがある）",
                "The index is being built: not everything is found yet"}));
}

/// The answer as people see it, with the names of the kinds.
AnswerView view_of(Answer, const std::vector<Source>&);

}

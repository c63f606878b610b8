#pragma once
#include "features/due/due.hpp"
#include "formats/json.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::due {

/// A running clock as people see it.
struct DueView {
    DueId id;
    std::string kind;
    Text label;
    std::string subject_kind;
    std::string subject_id;
    std::string number;
    std::string title;
    Side side;
    Instant starts_at;
    Instant due_at;
    bool guide;
    Stage stage;
};

inline auto describe(const DueView*)
{
    using V = DueView;
    return json::object<V>("Due", json::field("id", &V::id), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("label", &V::label, {"名称", "Label"}),
        json::field("subject_kind", &V::subject_kind, {"対象の種類", "Kind of subject"}),
        json::field("subject_id", &V::subject_id, {"対象", "Subject"}),
        json::field("number", &V::number, {"番号", "Number"}), json::field("title", &V::title, {"件名", "Title"}),
        json::field("side", &V::side, {"動く側", "Side that has to act"}),
        json::field("starts_at", &V::starts_at, {"起点", "Start"}), json::field("due_at", &V::due_at, {"期限", "Due"}),
        json::field("guide", &V::guide, {"目安", "A guide, not a limit"}),
        json::field("stage", &V::stage, {"進み", "Stage"}));
}

DueView view_of(const Due&, Instant now);

/// Every route of the room.
void add_routes(http::Router&);

}

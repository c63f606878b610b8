#include "features/media/incident.hpp"

#include <fmt/format.h>

namespace hoshuban::media {
namespace {

struct Told {
    security_incident::Kind kind;
    std::string_view words;
};

Told told(Move move)
{
    switch (move) {
    case Move::damaged:
        return {security_incident::Kind::damage, "破損"};
    case Move::leaked:
        return {security_incident::Kind::leak, "情報の漏えい"};
    default:
        return {security_incident::Kind::loss, "紛失"};
    }
}

}

security_incident::Intake incident_of(const Medium& medium, const Movement& movement)
{
    const auto [kind, words] = told(movement.move);
    return {.kind = kind,
        .title = fmt::format("媒体 {} の{}", medium.label, words),
        .what = movement.note,
        .noticed_at = movement.at,
        .place = movement.place,
        .assets = fmt::format("{}（{}）", medium.name, medium.label),
        .subject = {"medium", medium.id.text}};
}

security_incident::Intake incident_of_virus(const Medium& medium, const std::string& found, Instant at)
{
    return {.kind = security_incident::Kind::virus,
        .title = fmt::format("媒体 {} からウイルスを検出", medium.label),
        .what = found,
        .noticed_at = at,
        .place = medium.state == State::out ? medium.holder : medium.storage_place,
        .assets = fmt::format("{}（{}）", medium.name, medium.label),
        .subject = {"medium", medium.id.text}};
}

}

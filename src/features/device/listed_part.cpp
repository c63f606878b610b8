#include "features/device/listed_part.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"
#include "features/device/ledger.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace hoshuban::device {
namespace {

constexpr std::string_view between = "；";

// The separators of a cell, in one letter.
std::vector<std::string> pieces_of(std::string_view cell)
{
    std::vector<std::string> pieces{{}};
    while (!cell.empty()) {
        if (cell.starts_with(between)) {
            pieces.emplace_back();
            cell.remove_prefix(between.size());
            continue;
        }
        if (cell.front() == ';' || cell.front() == '\n')
            pieces.emplace_back();
        else
            pieces.back() += cell.front();
        cell.remove_prefix(1);
    }
    for (std::string& piece : pieces)
        piece = settled_text(piece);
    std::erase_if(pieces, [](const std::string& piece) { return piece.empty(); });
    return pieces;
}

// 「RC-S380/S（S/N 0012345）」: the last brackets, when they begin with S/N.
ListedPart read_piece(PartKind kind, const std::string& piece)
{
    static const std::pair<std::string_view, std::string_view> brackets[] = {{"（", "）"}, {"(", ")"}};
    for (const auto& [open, close] : brackets) {
        const auto at = piece.rfind(open);
        if (at == std::string::npos || !piece.ends_with(close))
            continue;
        const std::string inside =
            narrow(piece.substr(at + open.size(), piece.size() - at - open.size() - close.size()));
        if (!inside.starts_with("S/N"))
            continue;
        std::string serial = inside.substr(3);
        serial.erase(0, serial.find_first_not_of(" .:"));
        return {kind, settled_text(piece.substr(0, at)), settled_text(serial)};
    }
    return {kind, piece, {}};
}

bool same_model(const ListedPart& one, const ListedPart& other)
{
    return one.kind == other.kind && fold(one.model) == fold(other.model);
}

bool same_serial(const ListedPart& one, const ListedPart& other)
{
    return fold(one.serial) == fold(other.serial);
}

ListedPart listed(const Part& part)
{
    return {part.kind, part.model, part.serial};
}

/// Puts the parts of a list beside those that are known, each once: those that agree in everything first, then those of
/// which one side does not say the serial number.
class Pairs {
public:
    Pairs(std::span<const ListedPart> told, std::span<const ListedPart> known)
        : of_(told.size())
        , taken_(known.size())
    {
        match(told, known, [](const auto& a, const auto& b) { return same_model(a, b) && same_serial(a, b); });
        match(told, known,
            [](const auto& a, const auto& b) { return same_model(a, b) && (a.serial.empty() || b.serial.empty()); });
    }

    /// Which of the known ones the listed part is; none: it is new.
    std::optional<std::size_t> known_of(std::size_t told) const { return of_[told]; }
    bool stays(std::size_t known) const { return taken_[known]; }

private:
    template <class Same>
    void match(std::span<const ListedPart> told, std::span<const ListedPart> known, const Same& same)
    {
        for (std::size_t i = 0; i < told.size(); ++i) {
            for (std::size_t k = 0; !of_[i] && k < known.size(); ++k) {
                if (taken_[k] || !same(told[i], known[k]))
                    continue;
                of_[i] = k;
                taken_[k] = true;
            }
        }
    }

    std::vector<std::optional<std::size_t>> of_;
    std::vector<bool> taken_;
};

}

std::vector<ListedPart> parts_on(std::span<const Part> parts, LocalDay day)
{
    std::vector<ListedPart> present;
    for (const Part& part : parts) {
        if (part.from <= day && day < part.to)
            present.push_back(listed(part));
    }
    std::ranges::sort(present);
    return present;
}

std::string written(std::span<const ListedPart> parts, PartKind kind)
{
    std::string text;
    for (const ListedPart& part : parts) {
        if (part.kind != kind)
            continue;
        if (!text.empty())
            text += between;
        text += part.serial.empty() ? part.model : fmt::format("{}（S/N {}）", part.model, part.serial);
    }
    return text;
}

Result<std::vector<ListedPart>> listed_parts(PartKind kind, std::string_view cell)
{
    const auto presence = presence_named(cell);
    if (presence && *presence) {
        return fail(ErrorKind::invalid, "import/part_without_model",
            {fmt::format(
                 "「{}」では何が付いているか分かりません。機種名か型番を入れてください（ないときは「なし」）。", cell),
                fmt::format(
                    "\"{}\" does not say what is there: write its model or type number (なし when there is none)",
                    cell)});
    }
    std::vector<ListedPart> parts;
    if (presence)
        return parts;
    for (const std::string& piece : pieces_of(cell)) {
        ListedPart read = read_piece(kind, piece);
        Part part{.kind = kind, .model = read.model, .serial = read.serial, .from = LocalDay{}};
        TRY(take(part));
        parts.push_back({kind, std::move(part.model), std::move(part.serial)});
    }
    std::ranges::sort(parts);
    return parts;
}

std::vector<ListedPart> in_known_words(std::vector<ListedPart> parts, std::span<const ListedPart> known)
{
    const Pairs pairs{parts, known};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto found = pairs.known_of(i);
        if (found && (parts[i].serial.empty() || same_serial(parts[i], known[*found])))
            parts[i] = known[*found];
    }
    std::ranges::sort(parts);
    return parts;
}

std::vector<Part> parts_with(
    std::vector<Part> parts, LocalDay day, std::span<const ListedPart> told, const std::function<std::string()>& new_id)
{
    std::vector<std::size_t> present;
    std::vector<ListedPart> known;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].from <= day && day < parts[i].to) {
            present.push_back(i);
            known.push_back(listed(parts[i]));
        }
    }
    const Pairs pairs{told, known};
    std::vector<Part> fresh;
    for (std::size_t i = 0; i < told.size(); ++i) {
        const auto found = pairs.known_of(i);
        if (!found) {
            fresh.push_back({{new_id()}, told[i].kind, told[i].model, told[i].serial, day, no_end, 1});
            continue;
        }
        Part& part = parts[present[*found]];
        if (part.serial.empty() && !told[i].serial.empty()) {
            part.serial = told[i].serial;
            ++part.version;
        }
    }
    for (std::size_t k = 0; k < present.size(); ++k) {
        if (pairs.stays(k))
            continue;
        parts[present[k]].to = day;
        ++parts[present[k]].version;
    }
    // What came on that very day was never there.
    std::erase_if(parts, [](const Part& part) { return part.from >= part.to; });
    std::ranges::move(fresh, std::back_inserter(parts));
    return parts;
}

}

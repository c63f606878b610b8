#include "formats/office_package.hpp"

namespace hoshuban::office {
namespace {

/// `../sharedStrings.xml` seen from `xl/worksheets/sheet1.xml` is `xl/sharedStrings.xml`.
std::string resolve(std::string_view from, std::string_view target)
{
    if (target.starts_with('/'))
        return std::string{target.substr(1)};
    const std::size_t slash = from.rfind('/');
    std::string folder{slash == std::string_view::npos ? "" : from.substr(0, slash)};
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const std::size_t up = folder.rfind('/');
        folder = up == std::string::npos ? "" : folder.substr(0, up);
    }
    return folder.empty() ? std::string{target} : folder + "/" + std::string{target};
}

struct RelationshipsHandler : xml::Handler {
    std::string_view from;
    std::vector<Relationship> found;

    explicit RelationshipsHandler(std::string_view part)
        : from(part)
    {
    }

    Result<void> open(std::string_view name, const xml::Attributes& attributes) override
    {
        if (name != "Relationship" || attributes.text("TargetMode") == "External")
            return {};
        const std::string_view type = attributes.text("Type");
        const std::size_t slash = type.rfind('/');
        found.push_back({std::string{attributes.text("Id")},
            std::string{slash == std::string_view::npos ? type : type.substr(slash + 1)},
            resolve(from, attributes.text("Target"))});
        return {};
    }

    Result<void> close(std::string_view) override { return {}; }
};

}

Result<void> read_part(zip::Archive& archive, const std::string& part, xml::Handler& handler)
{
    xml::Parser parser{handler};
    TRY(archive.stream(part, [&](std::string_view chunk) { return parser.feed(chunk); }));
    return parser.finish();
}

Result<std::vector<Relationship>> read_relationships(zip::Archive& archive, const std::string& part)
{
    const std::size_t slash = part.rfind('/');
    const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
    const std::string relationships = part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
    if (!archive.has(relationships))
        return {};
    RelationshipsHandler handler{part};
    TRY(read_part(archive, relationships, handler));
    return std::move(handler.found);
}

}

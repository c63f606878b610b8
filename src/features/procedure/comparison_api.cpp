#include "features/procedure/comparison_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/attachment/passage_doc.hpp"
#include "features/procedure/comparison.hpp"
#include "features/procedure/procedure_store.hpp"
#include "formats/json.hpp"
#include "platform/db/blob.hpp"
#include "platform/http/context.hpp"

#include <algorithm>

namespace hoshuban::procedure {

struct ComparisonQuery {
    std::optional<ProcedureVersionId> against;
    Extent extent = Extent::differences;
};

static auto describe(const ComparisonQuery*)
{
    using Q = ComparisonQuery;
    return json::object<Q>("ProcedureComparisonQuery",
        json::field("against", &Q::against,
            {"比べる版。なければ最後に承認された内容", "Version to compare with; without: what was approved last"}),
        json::field("extent", &Q::extent, {"表示の範囲", "What is shown"}, json::defaulted()));
}

static auto describe(const ShownLine*)
{
    using L = ShownLine;
    return json::object<L>("ComparedLine", json::field("kind", &L::kind, {"種類", "Kind"}),
        json::field("text", &L::text, {"本文", "Text"}), json::field("before", &L::before, {"前の行", "Line before"}),
        json::field("after", &L::after, {"今の行", "Line now"}),
        json::field("count", &L::count, {"省いた行の数", "Lines not shown"}));
}

struct ComparedFile {
    FileChange change;
    std::string name;
    std::optional<std::string> name_before;
    std::optional<std::string> sha256_before;
    std::optional<std::string> sha256;
    std::vector<ShownLine> lines;
    std::optional<Text> not_compared;
};

static auto describe(const ComparedFile*)
{
    using F = ComparedFile;
    return json::object<F>("ComparedFile", json::field("change", &F::change, {"変更", "Change"}),
        json::field("name", &F::name, {"ファイル名", "File name"}),
        json::field("name_before", &F::name_before, {"前のファイル名", "Name before"}),
        json::field("sha256_before", &F::sha256_before), json::field("sha256", &F::sha256),
        json::field("lines", &F::lines, {"本文の違い", "Difference of the text"}),
        json::field("not_compared", &F::not_compared, {"比べられない理由", "Why the text is not compared"}));
}

struct Comparison {
    std::optional<ProcedureVersionId> base_id;
    std::optional<int> base_sequence;
    std::optional<std::string> base_edition;
    std::optional<Instant> base_granted_at;
    std::vector<ShownLine> steps;
    std::vector<ComparedFile> files;
    bool equal;
};

static auto describe(const Comparison*)
{
    using C = Comparison;
    return json::object<C>("ProcedureComparison",
        json::field("base_id", &C::base_id, {"比べた版。なければ初めての版", "Version compared with; none: the first"}),
        json::field("base_sequence", &C::base_sequence), json::field("base_edition", &C::base_edition),
        json::field("base_granted_at", &C::base_granted_at, {"その承認の日時", "When that was approved"}),
        json::field("steps", &C::steps, {"手順の違い", "Difference of the steps"}),
        json::field("files", &C::files, {"ファイルの違い", "Difference of the files"}),
        json::field("equal", &C::equal, {"違いがない", "No difference"}));
}

namespace {

struct Earlier {
    std::optional<Version> version = {};
    std::optional<Instant> granted_at = {};
    Content content = {};
};

struct FileBytes {
    FilePair pair;
    std::string before = {};
    std::string after = {};
    bool too_large = false;
};

/// What is read in the transaction; comparing happens after it.
struct Material {
    Earlier base;
    Content now;
    std::vector<FileBytes> files;
};

// Of all files together: what is held in memory for one answer.
constexpr std::size_t most_bytes_to_compare = std::size_t{32} << 20;

Result<Earlier> last_approved(db::Reader& reader, const Version& version, const Content& now)
{
    TRY_ASSIGN(auto granted, granted_contents(reader, version.contract_id, version.procedure_id));
    for (Granted& each : granted) {
        if (each.version.id == version.id && same_text(each.content, now))
            continue;
        if (each.version.sequence <= version.sequence)
            return Earlier{each.version, each.at, std::move(each.content)};
    }
    return Earlier{};
}

Result<Earlier> base_of(
    db::Reader& reader, const Version& version, const Content& now, const std::optional<ProcedureVersionId>& against)
{
    if (!against)
        return last_approved(reader, version, now);
    TRY_ASSIGN(const auto other, get(reader, version.contract_id, version.procedure_id, *against));
    return Earlier{other, std::nullopt, content_of(reader, version.contract_id, other.id)};
}

bool readable(const std::optional<NamedHash>& file)
{
    return !file || attachment::has_text(file->name);
}

bool worth_reading(const FilePair& pair, Extent extent)
{
    return readable(pair.before) && readable(pair.after) &&
        (pair.change != FileChange::same || extent == Extent::whole);
}

/// Reads what fits into `left` and takes it off.
void read(db::Reader& reader, FileBytes& file, std::size_t& left)
{
    for (const auto& [named, bytes] : {std::pair{&file.pair.before, &file.before}, {&file.pair.after, &file.after}}) {
        if (!*named)
            continue;
        auto found = db::find_blob(reader, (*named)->sha256, left);
        file.too_large = file.too_large || !found;
        if (!found)
            continue;
        *bytes = std::move(*found);
        left -= bytes->size();
    }
}

Result<Material> material(db::Reader& reader, const http::Context& context, const ComparisonQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto version,
        get(reader, contract, context.path<ProcedureId>("procedure"), context.path<ProcedureVersionId>("version")));
    Material found;
    found.now = content_of(reader, contract, version.id);
    TRY_ASSIGN(found.base, base_of(reader, version, found.now, query.against));
    std::size_t left = most_bytes_to_compare;
    for (FilePair& pair : pair_files(found.base.content.files, found.now.files)) {
        FileBytes file{std::move(pair)};
        if (worth_reading(file.pair, query.extent))
            read(reader, file, left);
        found.files.push_back(std::move(file));
    }
    return found;
}

Result<std::vector<std::string>> text_lines(std::string_view bytes, const std::optional<NamedHash>& file)
{
    std::vector<std::string> lines;
    if (!file)
        return lines;
    TRY_ASSIGN(auto passages, attachment::passages_of(bytes, file->name));
    const bool cells = !passages.empty() && passages.front().place.ja.find('!') != std::string::npos;
    for (attachment::Passage& passage : passages)
        lines.push_back(cells ? passage.place.ja + "　" + passage.text : std::move(passage.text));
    return lines;
}

void compare_texts(ComparedFile& view, const FileBytes& file, Extent extent)
{
    if (file.too_large) {
        view.not_compared = Text{"大きいファイルのため、本文を比べていません。識別（SHA-256）で確かめてください。",
            "the file is too large to compare its text: look at the hashes"};
        return;
    }
    const auto before = text_lines(file.before, file.pair.before);
    const auto after = text_lines(file.after, file.pair.after);
    if (!before || !after)
        view.not_compared = (before ? after : before).error().text;
    else
        view.lines = compare(*before, *after, extent);
}

ComparedFile view_of(const FileBytes& file, Extent extent)
{
    const FilePair& pair = file.pair;
    const NamedHash& shown = pair.after ? *pair.after : *pair.before;
    ComparedFile view{.change = pair.change,
        .name = shown.name,
        .name_before = std::nullopt,
        .sha256_before = std::nullopt,
        .sha256 = std::nullopt,
        .lines = {},
        .not_compared = std::nullopt};
    if (pair.before)
        view.sha256_before = pair.before->sha256;
    if (pair.after)
        view.sha256 = pair.after->sha256;
    if (pair.before && pair.before->name != shown.name)
        view.name_before = pair.before->name;
    if (!readable(pair.before) || !readable(pair.after))
        view.not_compared =
            Text{"この種類のファイルは本文を比べられません。開いて読み、識別（SHA-256）で確かめてください。",
                "the text of this kind of file cannot be compared: open and read it, and look at the hashes"};
    else if (worth_reading(pair, extent))
        compare_texts(view, file, extent);
    return view;
}

Result<Comparison> compare_version(http::Context& context, const ComparisonQuery& query)
{
    TRY_ASSIGN(const auto found,
        context.database().read([&](db::Reader& reader) { return material(reader, context, query); }));
    const Earlier& base = found.base;
    Comparison view{.base_id = std::nullopt,
        .base_sequence = std::nullopt,
        .base_edition = std::nullopt,
        .base_granted_at = base.granted_at,
        .steps = compare(lines_of(base.content.steps, context.language()),
            lines_of(found.now.steps, context.language()), query.extent),
        .files = {},
        .equal = same_text(base.content, found.now)};
    if (base.version) {
        view.base_id = base.version->id;
        view.base_sequence = base.version->sequence;
        view.base_edition = base.version->edition;
    }
    for (const FileBytes& file : found.files)
        view.files.push_back(view_of(file, query.extent));
    return view;
}

}

void add_comparison_routes(http::Router& router)
{
    router.get("/api/v1/contracts/{contract}/procedures/{procedure}/versions/{version}/comparison", compare_version)
        .permission(Permission::view_procedure)
        .takes_long()
        .summary({"前に承認された版との違い", "Difference against what was approved last"});
}

}

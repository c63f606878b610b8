#include "features/contract/profile_doc.hpp"

#include "features/contract/profile_check.hpp"
#include "features/contract/profile_rows_doc.hpp"
#include "features/contract/profile_schema_doc.hpp"
#include "formats/csv_table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::contract {
namespace {

using yaml::Problems;
using yaml::Value;

// What was read of one file: its values, to find positions for later objections.
struct ReadFile {
    std::string name;
    std::optional<Value> root;
    Problems problems;
};

template <class Target>
ReadFile read_yaml(const ProfileFiles& files, std::string_view name, Target target)
{
    ReadFile file{std::string(name), std::nullopt, Problems(std::string(name))};
    const auto bytes = files.find(name);
    if (bytes == files.end())
        return file;
    file.root = yaml::parse(bytes->second, file.problems);
    if (file.root)
        yaml::read_document(*file.root, file.problems, target);
    return file;
}

template <class Row>
ReadFile read_rows(const ProfileFiles& files, std::string_view name, Profile& profile)
{
    ReadFile file{std::string(name), std::nullopt, Problems(std::string(name))};
    const auto bytes = files.find(name);
    if (bytes == files.end())
        return file;
    file.root = csv::parse_table(bytes->second, file.problems);
    if (!file.root)
        return file;
    for (std::size_t i = 0; i < file.root->items.size(); ++i) {
        Row row{profile, static_cast<int>(i)};
        yaml::read(yaml::Place{file.root->items[i], {}, file.problems}, row);
    }
    return file;
}

void check_names(const ProfileFiles& files, std::vector<FieldError>& errors)
{
    if (!files.contains("contract.yaml")) {
        errors.push_back({"contract.yaml:1:1", "contract/file_missing",
            {"contract.yaml: ファイルがありません。", "contract.yaml: the file is missing"}});
    }
    for (const auto& [path, bytes] : files) {
        if (!is_profile_file(path)) {
            errors.push_back({path + ":1:1", "contract/file_unknown",
                {fmt::format("{}: 契約プロファイルにこのファイルは置けません。", path),
                    fmt::format("{}: a contract profile has no such file", path)}});
        }
    }
}

void check_forms(const Profile& profile, const ProfileFiles& files, std::vector<Objection>& objections)
{
    for (std::size_t i = 0; i < profile.papers.size(); ++i) {
        const std::string& form = profile.papers[i].form;
        if (!form.empty() && !files.contains("forms/" + form)) {
            objections.push_back({"papers.yaml", fmt::format("papers[{}].form", i), "contract/form_missing",
                {fmt::format("forms/{} がありません。", form), fmt::format("there is no forms/{}", form)}});
        }
    }
}

void report(const Objection& objection, std::vector<ReadFile>& read)
{
    for (ReadFile& file : read) {
        if (file.name != objection.file)
            continue;
        const auto position = file.root ? yaml::locate(*file.root, objection.path) : yaml::Position{};
        const auto dot = file.name.ends_with(".csv") ? objection.path.find('.') : std::string::npos;
        file.problems.add(position, dot == std::string::npos ? objection.path : objection.path.substr(dot + 1),
            objection.code, objection.text);
    }
}

}

bool is_profile_file(std::string_view path)
{
    constexpr auto names = std::to_array<std::string_view>({"contract.yaml", "equipment.yaml", "checks.yaml",
        "papers.yaml", "makers.yaml", "incidents.yaml", "security.yaml", "sites.csv", "devices.csv", "README.md"});
    return std::ranges::find(names, path) != names.end() ||
        (path.starts_with("forms/") && path.find("..") == path.npos);
}

Result<Profile> read_profile(const ProfileFiles& files)
{
    Profile profile;
    std::vector<FieldError> errors;
    check_names(files, errors);
    std::vector<ReadFile> read;
    read.push_back(read_yaml(files, "contract.yaml", ContractFile{profile}));
    read.push_back(read_yaml(files, "equipment.yaml", EquipmentFile{profile}));
    read.push_back(read_yaml(files, "checks.yaml", ChecksFile{profile}));
    read.push_back(read_yaml(files, "papers.yaml", PapersFile{profile}));
    read.push_back(read_yaml(files, "makers.yaml", MakersFile{profile}));
    read.push_back(read_yaml(files, "incidents.yaml", IncidentsFile{profile}));
    read.push_back(read_yaml(files, "security.yaml", SecurityFile{profile}));
    read.push_back(read_rows<SiteRow>(files, "sites.csv", profile));
    read.push_back(read_rows<DeviceRow>(files, "devices.csv", profile));

    // References are judged only when every file could be read: half a profile has dangling ones everywhere.
    if (errors.empty() && std::ranges::all_of(read, [](const ReadFile& file) { return file.problems.empty(); })) {
        std::vector<Objection> objections = check(profile);
        check_forms(profile, files, objections);
        for (const Objection& objection : objections)
            report(objection, read);
    }
    for (ReadFile& file : read)
        std::ranges::move(file.problems.take(), std::back_inserter(errors));
    if (errors.empty())
        return profile;
    const Text text{fmt::format("契約プロファイルに{}件の誤りがあります。", errors.size()),
        fmt::format("the contract profile has {} error{}", errors.size(), errors.size() == 1 ? "" : "s")};
    return fail(ErrorKind::invalid, "contract/profile", text, std::move(errors));
}

}

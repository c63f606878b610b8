#include "formats/evtx_logon.hpp"
#include "formats/evtx_summary.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <yaml-cpp/yaml.h>

namespace hoshuban::evtx {
namespace {

const std::filesystem::path sample_folder = std::filesystem::path{HOSHUBAN_SOURCE_DIR} / "../shared/data/evtx";

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

// JSON is YAML.
std::optional<YAML::Node> truth_of_samples()
{
    const auto file = sample_folder / "ground-truth.json";
    return std::filesystem::exists(file) ? std::optional{YAML::LoadFile(file.string())["entries"]} : std::nullopt;
}

std::uint64_t of_event(const Summary& summary, const std::string& ending)
{
    std::uint64_t count = 0;
    for (const auto& [kind, records] : summary.events)
        count += kind.ends_with(ending) ? records : 0;
    return count;
}

TEST(EvtxSamples, HoldTheRecordsThatManyReadersAgreeOn)
{
    const auto samples = truth_of_samples();
    if (!samples)
        GTEST_SKIP() << "14 event logs not read: ../shared/data/evtx is not there";
    const std::map<std::string, std::string> names{
        {"clean_export", "clean"}, {"live_copy", "live"}, {"damaged", "damaged"}, {"not_evtx", "not_evtx"}};
    for (const YAML::Node& sample : *samples) {
        const auto file = sample["file"].as<std::string>();
        SCOPED_TRACE(file);
        const Summary summary = summarize(bytes_of(sample_folder / file));
        const YAML::Node truth = sample["truth"];
        EXPECT_EQ(summary.records, truth["records"].as<std::uint64_t>());
        for (const std::string id : {"4625", "4624", "4740", "1102", "4719"})
            EXPECT_EQ(of_event(summary, "/" + id), truth[id].as<std::uint64_t>()) << id;
        EXPECT_EQ(of_event(summary, "Microsoft-Windows-Security-Auditing/4625"),
            truth["4625_security_auditing"].as<std::uint64_t>());
        for (const std::string id : {"1116", "1117", "5001"})
            EXPECT_EQ(of_event(summary, "Microsoft-Windows-Windows Defender/" + id),
                truth[id + "_defender"].as<std::uint64_t>())
                << id;
        EXPECT_EQ(name_of(summary.completeness.integrity), names.at(sample["integrity"]["class"].as<std::string>()));
    }
}

TEST(EvtxSamples, HoldTheLogonFailuresThatManyReadersAgreeOn)
{
    const auto file = sample_folder / "logon-failures-4625.jsonl";
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << "32 logon failures not compared: ../shared/data/evtx is not there";
    std::map<std::string, std::string> expected;
    std::ifstream lines{file};
    for (std::string line; std::getline(lines, line);) {
        const YAML::Node failure = YAML::Load(line);
        const auto text = [&](const char* key) { return failure[key].as<std::string>(); };
        expected[text("file")] += fmt::format("{} {} {} {} {} {} {}\n", text("record_id"), text("target_user"),
            text("target_domain"), text("logon_type"), text("ip"), text("status"), text("sub_status"));
    }
    EXPECT_EQ(expected.size(), 3U);
    for (const auto& [name, failures] : expected) {
        const std::string bytes = bytes_of(sample_folder / name);
        const auto log = Log::open(bytes);
        std::string found;
        visit_logon_failures(*log, all_places(*log), [&](const LogonFailure& f) {
            found += fmt::format("{} {} {} {} {} {} {}\n", f.record_id, f.target_user.value(), f.target_domain.value(),
                f.logon_type.value(), f.ip.value(), f.status.value(), f.sub_status.value());
        });
        EXPECT_EQ(found, failures) << name;
    }
}

}
}

#include "formats/audit_policy.hpp"
#include "formats/hive.hpp"
#include "formats/reg_file.hpp"
#include "formats/security_template.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <yaml-cpp/yaml.h>

namespace hoshuban::registry {
namespace {

const std::filesystem::path sample_folder = std::filesystem::path{HOSHUBAN_SOURCE_DIR} / "../shared/data/registry";

std::string sample_bytes(const YAML::Node& sample)
{
    std::ifstream stream{sample_folder / sample["file"].as<std::string>(), std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

// The samples of these kinds; none when the folder is not there.
std::vector<YAML::Node> samples_of(std::initializer_list<const char*> kinds)
{
    std::vector<YAML::Node> found;
    const auto file = sample_folder / "ground-truth.json";
    if (!std::filesystem::exists(file))
        return found;
    for (const YAML::Node& sample : YAML::LoadFile(file.string())["entries"]) {
        if (std::ranges::count(kinds, sample["kind"].as<std::string>()) > 0)
            found.push_back(sample);
    }
    return found;
}

std::string value_of(const Hive& hive, const std::string& path, const std::string& name)
{
    const auto key = hive.find(path);
    if (!key)
        return "no key";
    for (const Value& value : hive.values_of(*key)) {
        if (value.name == name)
            return to_text(value);
    }
    return "no value";
}

std::size_t count_rules(const Hive& hive, const std::string& path)
{
    const auto key = hive.find(path);
    return key ? hive.values_of(*key).size() : 0;
}

TEST(RegistrySamples, OfHivesHoldTheKeysAndValuesThatTwoReadersAgreeOn)
{
    const auto samples = samples_of({"hive", "wfw"});
    if (samples.empty())
        GTEST_SKIP() << "4 hives not read: ../shared/data/registry is not there";
    for (const YAML::Node& sample : samples) {
        SCOPED_TRACE(sample["file"].as<std::string>());
        const std::string bytes = sample_bytes(sample);
        const auto hive = Hive::open(bytes);
        ASSERT_TRUE(hive);
        std::size_t keys = 0;
        std::size_t values = 0;
        hive->visit([&](std::string_view, const Key&, std::span<const Value> of_key) {
            ++keys;
            values += of_key.size();
        });
        EXPECT_EQ(keys, sample["tools"]["hivex"]["keys"].as<std::size_t>());
        EXPECT_EQ(values, sample["tools"]["hivex"]["values"].as<std::size_t>());
        EXPECT_EQ(hive->broken(), 0U);
        for (const auto& truth : sample["truth"]) {
            const auto what = truth.first.as<std::string>();
            if (!what.starts_with("desktop."))
                continue;
            EXPECT_EQ(
                value_of(*hive, "Control Panel\\Desktop", what.substr(8)), truth.second["hivex"].as<std::string>())
                << what;
        }
    }
}

TEST(RegistrySamples, OfTheFirewallHoldItsRules)
{
    const auto exports = samples_of({"wfw"});
    const auto hives = samples_of({"hive"});
    if (exports.empty())
        GTEST_SKIP() << "2 sets of firewall rules not counted: ../shared/data/registry is not there";
    const std::string exported = sample_bytes(exports.at(0));
    const auto firewall = Hive::open(exported).value();
    EXPECT_EQ(count_rules(firewall, "FirewallRules"), exports[0]["truth"]["hivex"].as<std::size_t>());
    const auto rules = firewall.values_of(firewall.find("FirewallRules").value());
    EXPECT_EQ(std::ranges::count_if(rules,
                  [](const Value& rule) {
                      const std::string text = to_text(rule);
                      return text.contains("|Action=Allow|") && text.contains("|Active=TRUE|") &&
                          text.contains("|Dir=In|");
                  }),
        exports[0]["truth"]["enabled_inbound_allow"].as<std::ptrdiff_t>());
    std::vector<std::string> names;
    for (const Key& key : firewall.keys_of(firewall.root()))
        names.push_back(key.name);
    std::ranges::sort(names);
    EXPECT_EQ(names, exports[0]["truth"]["subkeys"].as<std::vector<std::string>>());
    const auto system = std::ranges::find_if(
        hives, [](const YAML::Node& sample) { return sample["file"].as<std::string>() == "mkorman90__SYSTEM_2"; });
    ASSERT_NE(system, hives.end());
    const std::string bytes = sample_bytes(*system);
    const auto hive = Hive::open(bytes).value();
    const std::string services = "ControlSet001\\Services";
    EXPECT_EQ(count_rules(hive, services + "\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules"),
        (*system)["truth"]["firewall_rules"]["hivex"].as<std::size_t>());
    EXPECT_EQ(
        hive.keys_of(hive.find(services).value()).size(), (*system)["truth"]["services"]["hivex"].as<std::size_t>());
}

TEST(RegistrySamples, OfExportsHoldTheirKeysAndValues)
{
    const auto samples = samples_of({"reg"});
    if (samples.empty())
        GTEST_SKIP() << "2 exports of the registry not read: ../shared/data/registry is not there";
    for (const YAML::Node& sample : samples) {
        const auto keys = read_reg_file(sample_bytes(sample));
        ASSERT_TRUE(keys) << keys.error().text.en;
        std::size_t values = 0;
        for (const ExportedKey& key : *keys)
            values += key.values.size();
        EXPECT_EQ(keys->size(), sample["truth"]["keys_lines"].as<std::size_t>());
        EXPECT_EQ(values, sample["truth"]["values_lines"].as<std::size_t>());
    }
}

TEST(RegistrySamples, OfSecurityTemplatesHoldTheirSettings)
{
    const auto samples = samples_of({"inf"});
    if (samples.empty())
        GTEST_SKIP() << "3 security templates not read: ../shared/data/registry is not there";
    for (const YAML::Node& sample : samples) {
        SCOPED_TRACE(sample["file"].as<std::string>());
        const auto settings = windows::read_security_template(sample_bytes(sample));
        ASSERT_TRUE(settings);
        std::map<std::string, std::size_t> sections;
        std::map<std::string, std::map<std::string, std::string>> values;
        for (const windows::PolicySetting& setting : *settings) {
            ++sections[setting.section];
            values[setting.section][setting.key] = setting.value;
        }
        const YAML::Node truth = sample["truth"];
        EXPECT_EQ(sections, (truth["sections_awk"].as<std::map<std::string, std::size_t>>()));
        EXPECT_EQ(values["System Access"], (truth["system_access"].as<std::map<std::string, std::string>>()));
        EXPECT_EQ(values["Event Audit"], (truth["event_audit"].as<std::map<std::string, std::string>>()));
    }
}

TEST(RegistrySamples, OfAuditSettingsHoldTheirNumbers)
{
    const auto samples = samples_of({"audit"});
    if (samples.empty())
        GTEST_SKIP() << "2 tables of audit settings not read: ../shared/data/registry is not there";
    for (const YAML::Node& sample : samples) {
        SCOPED_TRACE(sample["file"].as<std::string>());
        const auto settings = windows::read_audit_policy(sample_bytes(sample));
        ASSERT_TRUE(settings) << settings.error().text.en;
        std::map<std::string, std::string> numbers;
        for (const windows::AuditSetting& setting : *settings)
            numbers[setting.guid] = std::to_string(setting.setting);
        EXPECT_EQ(numbers, (sample["truth"]["setting"].as<std::map<std::string, std::string>>()));
    }
}

}
}

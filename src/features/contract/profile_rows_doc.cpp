#include "features/contract/profile_rows_doc.hpp"

#include <charconv>
#include <fmt/format.h>

namespace hoshuban::contract {
namespace {

// Several names in one cell, separated by `;`.
std::vector<std::string> split(std::string_view cell)
{
    std::vector<std::string> parts;
    while (!cell.empty()) {
        const auto end = std::min(cell.find(';'), cell.size());
        parts.emplace_back(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return parts;
}

void add_devices(yaml::Object& in, Profile& profile, const Device& first, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto number = i == 0 ? std::optional{first.number} : later_number(first.number, i);
        if (!number) {
            in.place().refuse("contract/device_number",
                {fmt::format("台数が2以上の行では、機器ID「{}」の末尾を数字にしてください。", first.number),
                    fmt::format(
                        "a row for several devices needs a number that ends in digits, not \"{}\"", first.number)});
            return;
        }
        Device device = first;
        device.number = *number;
        device.id = DeviceId{*number};
        profile.devices.push_back(std::move(device));
    }
}

}

SiteId site_id(int number)
{
    return {fmt::format("S-{:03}", number)};
}

std::optional<std::string> later_number(std::string_view number, int steps)
{
    const auto last = number.find_last_not_of("0123456789");
    const auto start = last == std::string_view::npos ? 0 : last + 1;
    const std::string_view digits = number.substr(start);
    std::int64_t value = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc{})
        return std::nullopt;
    return fmt::format("{}{:0{}}", number.substr(0, start), value + steps, digits.size());
}

void fields(yaml::Object& in, SiteRow& row)
{
    Site site;
    std::string aliases;
    in.required("number", site.number, yaml::range(1, 99'999));
    in.required("name", site.name);
    in.optional("address", site.address);
    in.optional("departments", site.departments);
    in.optional("planned", site.planned);
    in.optional("excluded", site.excluded);
    in.optional("remarks", site.remarks);
    in.optional("aliases", aliases);
    site.id = site_id(site.number);
    site.aliases = split(aliases);
    row.profile.sites.push_back(std::move(site));
}

void fields(yaml::Object& in, DeviceRow& row)
{
    Device device;
    device.row = row.row;
    int count = 1;
    std::optional<int> site;
    in.required("number", device.number);
    in.optional("count", count, yaml::range(1, 10'000));
    in.required("class", device.device_class);
    in.required("kind", device.kind);
    in.optional("model", device.model);
    in.optional("type_number", device.type_number);
    in.optional("division", device.division);
    in.required("generation", device.generation);
    in.optional("site", site);
    in.optional("status", device.status);
    in.optional("known", device.known);
    in.optional("pair_unit", device.pair_unit);
    in.optional("remarks", device.remarks);
    if (site)
        device.site = site_id(*site);
    add_devices(in, row.profile, device, count);
}

}

#include "features/device/address.hpp"

#include "core/typed_fields.hpp"
#include "features/device/movement.hpp"

#include <fmt/format.h>

namespace hoshuban::device {
namespace {

constexpr std::size_t longest_address = 60;
constexpr std::size_t longest_address_note = 1000;

std::unexpected<Error> refuse_address(const char* code, Text text)
{
    return fail(ErrorKind::invalid, code, text, {{"address", code, text}});
}

}

Result<void> take(const contract::Profile& profile, AddressChange& change, const SiteRange& range, LocalDay today)
{
    TRY(take_fields({{"address", change.address, longest_address}, {"note", change.note, longest_address_note}}));
    TRY(check_done_on(profile, change.on, today));
    if (change.address.empty())
        return {};
    const auto address = parse_ipv4(change.address);
    if (!address) {
        return refuse_address("device/address_invalid",
            {"IPアドレスを「10.1.20.5」の形で入れてください。", "enter an IPv4 address such as 10.1.20.5"});
    }
    change.address = written(*address);
    if (range.addresses && !range.addresses->contains(*address)) {
        return refuse_address("device/address_outside",
            {fmt::format("{}は、この拠点の範囲（{}）にありません。拠点か番号を確かめてください。", change.address,
                 written(*range.addresses)),
                fmt::format("{} is not one of the site's addresses ({}): check the site and the address",
                    change.address, written(*range.addresses))});
    }
    return {};
}

Result<std::optional<Ipv4Range>> range_of(const std::string& typed)
{
    std::string text = typed;
    TRY(take_fields({{"addresses", text, longest_address}}));
    if (text.empty())
        return std::nullopt;
    const auto range = parse_ipv4_range(text);
    if (!range) {
        const Text said{"範囲を「10.1.20.0/24」か「10.1.20.5-10.1.20.60」の形で入れてください。",
            "enter the addresses as 10.1.20.0/24 or 10.1.20.5-10.1.20.60"};
        return fail(ErrorKind::invalid, "device/range_invalid", said, {{"addresses", "device/range_invalid", said}});
    }
    return range;
}

}

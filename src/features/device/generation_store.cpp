#include "features/device/generation_store.hpp"

#include "features/contract/device_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/sql.hpp"

#include <chrono>

namespace hoshuban::device {
namespace {

Span<UnitModel> generation_from(const db::Row& row)
{
    return {row.get<LocalDay>("begins_on"), row.get<LocalDay>("ends_on"),
        {row.get<std::string>("generation"), row.get<std::string>("model"), row.get<std::string>("type_number"),
            row.get<std::string>("serial")}};
}

void store_generations(db::Tx& tx, const ContractId& contract, const DeviceId& device, const Generations& generations)
{
    tx.execute(sql::delete_generations, contract, device);
    for (const auto& span : generations) {
        const auto previous = &span == &generations.front() ? std::nullopt : std::optional{span.from};
        tx.execute(sql::insert_generation, contract, device, span.from, span.to, previous, span.value.generation,
            span.value.model, span.value.type_number, span.value.serial);
    }
}

contract::Device as_last(contract::Device device, const Generations& generations, const Course& course)
{
    const UnitModel& last = generations.back().value;
    device.generation = last.generation;
    device.model = last.model;
    device.type_number = last.type_number;
    device.site = course.back().spot.site;
    device.status = status_of(course.back().spot.use);
    return device;
}

}

Generations generations_of(db::Reader& reader, const ContractId& contract, const DeviceId& device)
{
    return reader.query(sql::list_generations, contract, device).map(generation_from);
}

std::map<DeviceId, Generations> all_generations(db::Reader& reader, const ContractId& contract)
{
    std::map<DeviceId, Generations> all;
    reader.query(sql::list_all_generations, contract).for_each([&](const db::Row& row) {
        all[row.get<DeviceId>("device_id")].push_back(generation_from(row));
    });
    return all;
}

void put_model(db::Tx& tx, const ContractId& contract, const contract::Device& device, const Course& course,
    LocalDay day, const UnitModel& model, const std::string& serial)
{
    Generations generations = generations_of(tx, contract, device.id);
    if (generations.empty())
        generations.push_back({course.front().from, no_end, {device.generation, device.model, device.type_number, {}}});
    generations = changed(std::move(generations), day, model);
    for (auto& span : generations) {
        if (span.to == day)
            span.value.serial = serial;
    }
    store_generations(tx, contract, device.id, generations);
    contract::put_units(tx, contract, std::vector{as_last(device, generations, course)});
}

void describe_unit(db::Tx& tx, const ContractId& contract, contract::Device device, const std::string& type_number,
    const std::string& remarks)
{
    const Course course = course_of(tx, contract, device.id);
    device.type_number = type_number;
    device.remarks = remarks;
    device.site = course.back().spot.site;
    device.status = status_of(course.back().spot.use);
    contract::put_units(tx, contract, std::vector{device});
    Generations generations = generations_of(tx, contract, device.id);
    if (generations.empty())
        return;
    generations.back().value.type_number = type_number;
    store_generations(tx, contract, device.id, generations);
}

void keep_generations(db::Tx& tx, const ContractId& contract, std::span<const contract::Device> devices, LocalDay day)
{
    if (devices.empty())
        return;
    auto all = all_generations(tx, contract);
    for (const contract::Device& device : devices) {
        const auto found = all.find(device.id);
        if (found == all.end())
            continue;
        for (auto& span : found->second) {
            if (span.from <= day && day < span.to)
                span.value = {device.generation, device.model, device.type_number, span.value.serial};
        }
        store_generations(tx, contract, device.id, found->second);
        contract::put_units(
            tx, contract, std::vector{as_last(device, found->second, course_of(tx, contract, device.id))});
    }
}

}

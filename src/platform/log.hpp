#pragma once
#include "core/names.hpp"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

/// The program's log: one JSON object per line with time, level, event and the fields given. Never log bodies, secrets
/// or query values.
namespace hoshuban::log {

enum class Level { debug, info, warning, error, off };

constexpr auto names_of(const Level*)
{
    return std::to_array<Name<Level>>({
        {Level::debug, "debug"},
        {Level::info, "info"},
        {Level::warning, "warning"},
        {Level::error, "error"},
        {Level::off, "off"},
    });
}

struct Options {
    Level level = Level::info;
    std::function<void(std::string_view line)> sink = {}; ///< where lines go, one at a time; stderr when empty
};
/// Replaces the options for the whole process.
void configure(Options);
bool enabled(Level);

struct Field {
    std::string_view key;
    std::variant<std::string_view, std::int64_t, double, bool> value;
};

void write(Level, std::string_view event, std::initializer_list<Field>);

inline void debug(std::string_view event, std::initializer_list<Field> fields = {})
{
    write(Level::debug, event, fields);
}
inline void info(std::string_view event, std::initializer_list<Field> fields = {})
{
    write(Level::info, event, fields);
}
inline void warning(std::string_view event, std::initializer_list<Field> fields = {})
{
    write(Level::warning, event, fields);
}
inline void error(std::string_view event, std::initializer_list<Field> fields = {})
{
    write(Level::error, event, fields);
}

}

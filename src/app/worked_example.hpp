#pragma once
#include "core/result.hpp"
#include "core/role.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace hoshuban {

class Program;

/// A sign-in of the worked example; the password is shown once and stored only as a hash.
struct DemoSignIn {
    std::string login;
    std::string password;
    std::string name;
    Role role;
};

/// Loads the fictional contracts beside `file`, and its people and requests into the contracts that it names, with the
/// events that would have led there. Days count from today, or from the last day of a contract that has ended. Does
/// nothing when the people are there already, and then returns no sign-ins.
Result<std::vector<DemoSignIn>> load_worked_example(Program&, const std::filesystem::path& file);

}

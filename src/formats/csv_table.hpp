#pragma once
#include "formats/yaml.hpp"

namespace hoshuban::csv {

/// Read a CSV table (see csv.hpp) whose first row names the columns: a sequence
/// of mappings with the position of every cell, to be read like YAML. Empty cells have no value. Nothing when the text
/// is no such table; the reasons stand in the problems.
std::optional<yaml::Value> parse_table(std::string_view bytes, yaml::Problems&);

}

#pragma once
#include "core/result.hpp"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace hoshuban::audit {

/// How events are told to people. Each feature brings the words for its kinds of event (`work_request.created`) and for
/// the fields of its subjects (`work_request.title`).
class Words {
public:
    using Table = std::map<std::string, Text, std::less<>>;

    Words() = default;
    Words(Table kinds, Table fields)
        : kinds_{std::move(kinds)}
        , fields_{std::move(fields)}
    {
    }

    /// Takes in another feature's words.
    void add(const Words&);

    /// What happened; a kind nobody has words for is told by its name, as after a change to an older program.
    Text kind(std::string_view kind) const;
    Text field(std::string_view subject_kind, std::string_view field) const;

private:
    Table kinds_;
    Table fields_;
};

}

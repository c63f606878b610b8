#pragma once
#include "core/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoshuban::audit {

/// How events are told to people. Each feature brings the words for its kinds of event (`work_request.created`) and for
/// the fields of its subjects (`work_request.title`).
class Words {
public:
    using Table = std::vector<std::pair<std::string, Text>>;

    Words() = default;
    /// The fields of a change are shown in the order of `fields`.
    Words(const Table& kinds, const Table& fields);

    /// Takes in another feature's words.
    void add(const Words&);

    /// Every kind that has words, sorted.
    std::vector<std::string> kinds() const;
    /// What happened; a kind nobody has words for is told by its name, as after a change to an older program.
    Text kind(std::string_view kind) const;
    Text field(std::string_view subject_kind, std::string_view field) const;
    /// Where a field stands among those of its subject; unknown ones stand last.
    int place_of(std::string_view subject_kind, std::string_view field) const;

private:
    struct Word {
        Text text;
        int place = 0;
    };
    using Found = std::map<std::string, Word, std::less<>>;

    static void put(Found&, const Table&);

    Found kinds_;
    Found fields_;
};

}

#pragma once
#include "core/result.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoshuban::json {

struct Value {
    simdjson::dom::element element;
};

/// Where the parser stands (path, rules' label) and the problems met so far.
class Reading {
public:
    /// Extends the path while it lives.
    class Step {
    public:
        Step(Reading& reading, std::string_view key, const Text* label)
            : reading_(reading)
            , length_(reading.path_.size())
            , label_(reading.label_)
        {
            if (!reading.path_.empty())
                reading.path_ += '.';
            reading.path_ += shown(key);
            reading.label_ = label;
        }
        Step(Reading& reading, std::size_t index)
            : reading_(reading)
            , length_(reading.path_.size())
            , label_(reading.label_)
        {
            fmt::format_to(std::back_inserter(reading.path_), "[{}]", index);
        }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;
        ~Step()
        {
            reading_.path_.resize(length_);
            reading_.label_ = label_;
        }

    private:
        Reading& reading_;
        std::size_t length_;
        const Text* label_;
    };

    /// A problem at this place: `ja` and `en` continue the name of the field.
    void refuse(std::string_view code, std::string_view ja, std::string_view en)
    {
        refuse_with(code, {fmt::format("「{}」{}", name_ja(), ja), fmt::format("{} {}", name_en(), en)});
    }

    void refuse_with(std::string_view code, Text text)
    {
        constexpr std::size_t most_problems = 100;
        if (problems_.size() < most_problems)
            problems_.push_back({path_, std::string(code), std::move(text)});
    }

    std::vector<FieldError> take_problems() { return std::move(problems_); }

    /// Keys come from outside: long ones are cut between characters before they are shown.
    static std::string_view shown(std::string_view key)
    {
        constexpr std::size_t longest = 60;
        if (key.size() <= longest)
            return key;
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(key[end]) & 0xC0U) == 0x80U)
            --end;
        return key.substr(0, end);
    }

private:
    std::string_view name_ja() const
    {
        return label_ && !label_->ja.empty() ? std::string_view(label_->ja) : name_of_path();
    }
    std::string_view name_en() const
    {
        return label_ && !label_->en.empty() ? std::string_view(label_->en) : name_of_path();
    }
    std::string_view name_of_path() const { return path_.empty() ? std::string_view("JSON") : std::string_view(path_); }

    std::string path_;
    const Text* label_ = nullptr;
    std::vector<FieldError> problems_;
};

}

#pragma once
#include "core/id.hpp"
#include "core/language.hpp"
#include "features/notice/delivery.hpp"
#include "features/notice/notice.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::notice {

using MailId = Id<struct MailTag>;

/// A letter to one person about what one contract has told him.
struct Mail {
    ContractId contract;
    MailId id;
    PersonId person;
    DeliveryState state = DeliveryState::ready;
    Instant created_at;
    Instant next_at;
    int attempts = 0;
    std::optional<Instant> settled_at = {};
    std::string problem = {}; ///< what the mail server said last
};

/// Subject, text and address of a letter, before any encoding.
struct Letter {
    std::string to;
    std::string to_name;
    std::string subject;
    std::string text;
    std::string reference; ///< the same for every attempt: becomes the Message-ID
    Instant date;
};

/// What a letter is written from.
struct Occasion {
    std::string person;
    Language language = Language::ja;
    ContractId contract;
    std::string contract_title;
    std::string base_url; ///< of the installation; empty: without links
};

/// One of them as it is told: the words of its kind beside it.
struct Told {
    Notice notice;
    Text what;
};

/// The subject line of a letter about these notices, never empty.
std::string subject_line(const Occasion&, const std::vector<Told>&);
std::string body(const Occasion&, const std::vector<Told>&);

}

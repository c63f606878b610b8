#pragma once
#include "core/result.hpp"
#include "features/people/staff_notice.hpp"

#include <string>

namespace hoshuban::people {

/// For which contract a paper is written, on which day, and whether personal contact data may stand in it.
struct NoticeLetter {
    const contract::Profile& profile;
    LocalDay written_on;
    bool contacts = false;
};

/// The paper as a Word document, one A4 page for the usual number of people, with room for the seal of the contractor.
/// It is a paper for the city and therefore always Japanese.
Result<std::string> notice_docx(const NoticeContent&, const NoticeLetter&, Instant now);

/// `業務責任者指定通知書_2025-12-01.docx`
std::string notice_file_name(const NoticeContent&);

}

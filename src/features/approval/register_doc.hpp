#pragma once
#include "features/approval/register.hpp"
#include "features/contract/profile.hpp"

#include <memory>
#include <string>

namespace hoshuban::approval {

/// Writes the register of permissions as .xlsx, row by row.
class RegisterWriter {
public:
    /// `now` decides what is in force and becomes the document's property. The profile must outlive the writer.
    static Result<RegisterWriter> create(const contract::Profile&, Instant now);
    ~RegisterWriter();
    RegisterWriter(RegisterWriter&&) noexcept;

    /// `decision` is null where nobody has decided.
    Result<void> add(const Listed&, const LastDecision* decision);
    /// The file. Call once.
    Result<std::string> finish();

private:
    struct Sheet;

    explicit RegisterWriter(std::unique_ptr<Sheet>);

    std::unique_ptr<Sheet> m_sheet;
};

/// `許可台帳_2025-10-01.xlsx`
std::string register_name(LocalDay);

/// What the register calls a standing.
Text label_of(Standing);

}

#pragma once
#include "features/device/register_import.hpp"

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::device {

/// What the register knows, to be asked for each row of a list.
class RegisterIndex {
public:
    RegisterIndex(const ImportTerms&, const RegisterState&);

    /// The unit that a row is about; null for one that is new. Refuses row ids that are not the contract's, that belong
    /// to another row, and units that come into the register later.
    Result<const Unit*> unit_of(const LedgerRow&, LedgerColumn& blamed) const;

    /// The units that a row speaks of by its row id or its device id, also when it is refused.
    std::vector<const Unit*> mentioned(const LedgerRow&) const;

    Result<std::string> class_named(const std::string&) const;
    Result<std::string> division_named(const std::string&) const;
    static Result<Use> use_named(const std::string&);
    const SiteNames& sites() const { return sites_; }
    const Course& course_of(const DeviceId&) const;

    /// What every unit of a model has in common: fills in what a row leaves out. Nothing where units differ.
    void complete(contract::Device&) const;

private:
    void add(const Unit&);
    Result<const Unit*> by_row_id(const LedgerRow&, LedgerColumn& blamed) const;
    const Unit* by_number(const std::string&) const;
    bool is_another(const Unit&, const LedgerRow&) const;

    const ImportTerms& terms_;
    const RegisterState& state_;
    SiteNames sites_;
    std::map<std::string, const Unit*, std::less<>> by_id_;
    std::map<std::string, const Unit*> by_number_; ///< folded
    std::map<std::string, std::string> classes_; ///< folded words → id
    std::map<std::string, std::string> divisions_; ///< folded → as written
    std::map<std::string, std::set<std::array<std::string, 4>>>
        models_; ///< folded → class, kind, type number, division
};

}

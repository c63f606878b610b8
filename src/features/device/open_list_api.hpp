#pragma once
#include "features/device/ledger_import_doc.hpp"
#include "features/device/register_import.hpp"
#include "features/device/register_import_store.hpp"
#include "features/device/register_import_view_api.hpp"

#include <deque>
#include <memory>
#include <mutex>
#include <string>

namespace hoshuban::device {

/// A list, the register that it was compared with, and what became of it.
struct OpenList {
    RegisterImport import = {};
    LocalDay today = {}; ///< on which it was compared
    ImportChoices choices = {};
    LedgerSheet sheet = {};
    std::string mapping = {}; ///< the remembered columns that were used
    RegisterState state = {};
    std::string stamp = {}; ///< of the register then
    RegisterPlan plan = {};
    std::string preview = {};
};

/// The lists that people looked at last, so that who saves a list or pages through it does not wait for the same
/// comparison again. Kept in memory and few: a list that is not there is compared anew. Safe to use from many threads.
class OpenLists {
public:
    /// The list as it was compared with exactly this state of the register, with these choices, on this day; null when
    /// none is kept.
    std::shared_ptr<const OpenList> find(const RegisterImport&, const std::string& stamp, LocalDay today) const;
    void keep(std::shared_ptr<const OpenList>);
    void forget(const ImportId&);

private:
    mutable std::mutex mutex_;
    std::deque<std::shared_ptr<const OpenList>> kept_; ///< the newest first
};

}

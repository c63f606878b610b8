#pragma once
#include "features/audit/audit.hpp"
#include "features/site/contact.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::site {

/// The latest first, past ones too.
std::vector<Contact> list_contacts(db::Reader&, const ContractId&, const SiteId&);
/// A contact of this site; refuses (`site/changed`) a version that is not the present one.
Result<Contact> get_contact_version(db::Reader&, const ContractId&, const SiteId&, const ContactId&, int version);

void insert(db::Tx&, const audit::Cause&, const Contact&);
/// Stores the contact that follows from `before`.
Result<Contact> update(db::Tx&, const audit::Cause&, const Contact& before, Contact after);

}

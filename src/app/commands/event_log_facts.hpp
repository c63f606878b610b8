#pragma once
#include "app/commands/fact_printer.hpp"
#include "formats/evtx_log.hpp"
#include "platform/mapped_file.hpp"

namespace hoshuban {

/// Every record with all its fields: as JSON one record a line, as CSV one field a line.
void print_records(const MappedFile&, const evtx::Log&, const FactOutput&);

/// How many records of which kind, and whether any are missing. Of a file that is no event log: that it is none.
void print_summary(const MappedFile&, const FactOutput&);
/// The same for people, with every reason why the log is damaged.
void tell_summary(const MappedFile&, std::ostream&, std::string_view file_name);

/// The failed logons of the Security log, one a line.
void print_logon_failures(const MappedFile&, const evtx::Log&, const FactOutput&);

}

#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/audit/fact_change.hpp"
#include "features/media/medium.hpp"
#include "features/recovery/edition.hpp"
#include "features/recovery/paper.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::recovery {

/// An edition and what is said of its work request.
struct ListedEdition {
    Edition edition;
    std::string request_number;
    std::vector<std::string> request_types; ///< its work types
};

/// The latest planned first.
std::vector<ListedEdition> list_editions(db::Reader&, const ContractId&);

struct EditionPage {
    std::vector<ListedEdition> editions;
    std::string next; ///< cursor; empty at the end
};

/// The same, page by page.
Result<EditionPage> list_editions(db::Reader&, const ContractId&, std::string_view cursor, int limit);
/// The cursor of what comes after an edition.
std::string cursor_after(const Edition&);
std::vector<Edition> editions_of(db::Reader&, const ContractId&);

Result<ListedEdition> get(db::Reader&, const ContractId&, const EditionId&);
/// Refuses (`recovery/changed`) when somebody else was first.
Result<ListedEdition> get_version(db::Reader&, const ContractId&, const EditionId&, int version);

void insert(db::Tx&, const audit::Cause&, const Edition&);
/// Stores a step and the edition after it, in the version before; the edition as it is then.
Edition update(db::Tx&, const audit::Cause&, const Edition& before, Edition after, const Step&);
std::vector<Step> steps_of(db::Reader&, const ContractId&, const EditionId&);

/// From the acceptance on the contractor has until the planned day to bring the edition to the spares and release it;
/// a guide, and none where that day is over (SPR-12).
void start_clock(db::Tx&, const WorkingCalendar&, const Edition&, Instant now);
void stop_clock(db::Tx&, const Edition&, Instant now);

/// Stores what is said of a paper, in the version before; the edition as it is then.
Edition put_paper(db::Tx&, const audit::Cause&, Edition, const Paper&, const Text& paper_label);
std::vector<Paper> papers_of(db::Reader&, const ContractId&, const EditionId&);

/// A medium of the register that carries an edition (MED-04).
struct WrittenMedium {
    MediumId id = {};
    EditionId edition = {};
    Instant written_at = {};
    std::string label = {};
    std::string name = {};
    media::State state = media::State::stored;
    std::string storage_place = {};
    std::string holder = {};
};

/// From now on the medium carries this edition and no other.
void put_medium(db::Tx&, const audit::Cause&, const Edition&, const media::Medium&);
/// Those of one edition, or of all where `edition` is empty; nothing that was disposed of.
std::vector<WrittenMedium> media_of(db::Reader&, const ContractId&, const std::string& edition = {});

/// Something that happened to an edition and changes no column of it.
void record(db::Tx&, const audit::Cause&, const Edition&, const std::string& kind, const audit::Facts& facts,
    audit::Act = audit::Act::change);

}

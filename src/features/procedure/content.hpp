#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "features/attachment/attachment.hpp"
#include "features/procedure/procedure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::procedure {

/// A file of a version.
struct VersionFile {
    ProcedureVersionId version;
    attachment::Attachment file;
};

/// A file by its name and the SHA-256 of its bytes.
struct NamedHash {
    std::string name;
    std::string sha256;

    bool operator==(const NamedHash&) const = default;
};

/// What exactly is handed in and approved: files, declared steps, acts that are otherwise forbidden, and the devices on
/// which they are done.
struct Content {
    std::vector<NamedHash> files;
    std::vector<Step> steps;
    std::vector<std::string> acts;
    std::vector<DeviceId> devices;

    bool operator==(const Content&) const = default;
};

/// The text over which the hash of a content is taken: each value as `<bytes>:<value>`, so that no two contents share
/// an encoding. Files, acts and devices come in the order of their names: writing them in another order changes
/// nothing.
std::string canonical(Content);
/// Reads what canonical() wrote.
Result<Content> content_from(std::string_view);
/// Whether files and steps are the same, whatever the acts and devices of the job.
bool same_text(const Content&, const Content&);

}

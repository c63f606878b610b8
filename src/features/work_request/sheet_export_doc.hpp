#pragma once
#include "features/work_request/sheet_vocabulary.hpp"

#include <memory>
#include <string>

namespace hoshuban::work_request {

/// The two faces of an exported list: the contract's own form for people, and a flat table for machines (one heading
/// row, nothing merged, ISO days, numbers as numbers, nothing in empty cells).
enum class ListLayout { specimen, flat };

constexpr auto names_of(const ListLayout*)
{
    return std::to_array<Name<ListLayout>>({{ListLayout::specimen, "specimen"}, {ListLayout::flat, "flat"}});
}

enum class ListFormat { xlsx, csv };

constexpr auto names_of(const ListFormat*)
{
    return std::to_array<Name<ListFormat>>({{ListFormat::xlsx, "xlsx"}, {ListFormat::csv, "csv"}});
}

/// Writes the list request by request; memory holds the file, not the requests.
class ListWriter {
public:
    /// `created` becomes the document's property. The contract's form exists as .xlsx only.
    static Result<ListWriter> create(const SheetVocabulary&, ListLayout, ListFormat, Instant created);
    ~ListWriter();
    ListWriter(ListWriter&&) noexcept;

    Result<void> add(const WorkRequest&);
    /// The file. Call once.
    Result<std::string> finish();

private:
    class Face;

    explicit ListWriter(std::unique_ptr<Face>);

    std::unique_ptr<Face> m_face;
};

}

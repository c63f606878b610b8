#pragma once
#include "formats/evtx_program.hpp"
#include "formats/evtx_value.hpp"

#include <span>

namespace hoshuban::evtx {

/// One value of a record and where it stands below `Event`: `System/EventID`, `EventData/TargetUserName`,
/// `UserData/LogFileCleared/SubjectUserName`, `System/TimeCreated/@SystemTime`. Elements called `Data` with a name go
/// by that name; a list is as many fields of one path.
struct Field {
    std::string_view path;
    Value value;
    Section section;
    Part part; ///< of what the head of the record is made
    std::uint16_t name; ///< of those asked for, below EventData and UserData
};

/// Reads the records of one chunk after the other. Templates are compiled once for each chunk. Nothing is allocated
/// once the buffers have grown to what chunks need, and nothing is believed: offsets, counts and sizes lead nowhere
/// outside of the chunk, and a chunk costs no more than its budget.
class Interpreter {
public:
    /// `names` must outlive the interpreter.
    explicit Interpreter(const Names& names) { all_.names = &names; }

    /// `chunk` must stay until the next start; what is returned points into it.
    void start(std::string_view chunk);

    /// Begins with the record whose BinXML lies there in the chunk. False: it is broken.
    bool open(std::size_t begin, std::size_t end);
    /// A part of the head; null when the record has none.
    Value part(Part) const;

    enum class Wanted { everything, names };
    /// Reads the record that was opened; `fields` then are all of them, or at least those asked for by name. False: it
    /// is broken.
    bool read(Wanted);
    std::span<const Field> fields() const { return fields_; }

private:
    struct Instance {
        std::uint32_t program = 0;
        std::uint32_t first_value = 0;
        std::uint32_t value_count = 0;
        std::size_t end = 0;
    };
    struct Place {
        bool top = false;
        Section section = Section::none;
        std::string_view prefix = {};
    };
    struct Known {
        std::uint32_t definition = 0; // 0: a free place
        std::uint32_t program = 0;
    };

    bool find_program(std::uint32_t definition, std::uint32_t& program);
    bool read_instance(std::size_t at, std::size_t end, Instance&);
    bool read_values(std::size_t at, std::size_t end, Instance&);
    bool compile_here(std::size_t begin, std::size_t end, Instance&);
    bool run(const Instance&, const Place&, int depth);
    bool run_fragment(std::size_t begin, std::size_t end, const Place&, int depth);
    bool run_value(const Step&, const Value&, const Place&, int depth);
    bool run_joined(std::uint32_t first, const Step&, const Instance&, const Place&, int depth);
    bool run_list(const Step&, const Value&, const Place&);
    Value value_of(const Instance&, std::uint16_t index) const;
    bool emit(const Step&, const Value&, const Place&);
    Section section_of(const Step&, const Place&) const;
    std::string_view path_of(const Step&, const Place&);
    Place place_in(const Step&, const Place&);

    std::string_view chunk_;
    Programs all_;
    std::vector<Program> programs_;
    std::array<Known, 512> known_{};
    std::size_t known_count_ = 0;
    std::vector<Value> values_;
    std::vector<Field> fields_;
    std::string joined_;
    Instance top_;
    Wanted wanted_ = Wanted::everything;
    bool direct_ = false; // the parts are found without running the program
};

}

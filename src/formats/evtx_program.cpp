#include "formats/evtx_program.hpp"

#include "formats/byte_cursor.hpp"
#include "formats/utf16.hpp"

#include <algorithm>

namespace hoshuban::evtx {
namespace {

constexpr int deepest_element = 60;
constexpr std::size_t longest_path = 4096;
constexpr std::uint16_t no_dependency = 0xFFFF;

bool is_blank(std::string_view utf16le)
{
    for (std::size_t at = 0; at + 1 < utf16le.size(); at += 2) {
        const bool space = utf16le[at] == ' ' || utf16le[at] == '\t' || utf16le[at] == '\r' || utf16le[at] == '\n';
        if (!space || utf16le[at + 1] != 0)
            return false;
    }
    return true;
}

/// Walks a fragment once and writes its steps. Every function answers whether the fragment is sound so far.
class Compiler {
public:
    Compiler(Programs& out, const Fragment& fragment)
        : out_(out)
        , chunk_(fragment.chunk)
        , cursor_(fragment.chunk.substr(0, fragment.end), fragment.begin)
        , definition_(fragment.definition)
    {
    }

    bool run()
    {
        while (!cursor_.at_end()) {
            switch (cursor_.peek() & ~token::more) {
            case token::end_of_fragment:
                return true;
            case token::fragment_header:
                cursor_.skip(4);
                break;
            case token::open_element:
                if (!read_element())
                    return false;
                break;
            case token::template_instance:
                if (!read_instance())
                    return false;
                break;
            case token::instruction_target:
                if (!skip_instruction())
                    return false;
                break;
            default:
                return false;
            }
        }
        return !cursor_.failed();
    }

private:
    struct Open {
        std::size_t path; // its size before the element
        std::uint16_t outer_guard; // the value that the guard around asks for
        std::size_t guard; // index of the step, or of none
        bool children = false;
        bool attributes = false;
    };

    bool read_element()
    {
        const auto opened = cursor_.read<unsigned char>();
        const auto dependency = definition_ ? cursor_.read<std::uint16_t>() : no_dependency;
        cursor_.skip(4); // bytes of the element: its end is found by its tokens
        std::string_view name;
        if (++depth_ > deepest_element || !out_.spend(1) || !read_name(name))
            return false;
        Open element{path_.size(), guard_value_, add_guard(dependency)};
        enter(name);
        if (path_.size() > longest_path)
            return false;
        if ((opened & token::more) != 0 && !read_attributes(element, name == "Data" || name == "ComplexData"))
            return false;
        const auto close = cursor_.read<unsigned char>();
        const bool sound =
            close == token::close_empty ? add_if_empty(element) : close == token::close_start && read_content(element);
        leave(element);
        return sound && !cursor_.failed();
    }

    void enter(std::string_view name)
    {
        if (depth_ == 1)
            own_ = section_named(name);
        else if (depth_ == 2)
            below_ = section_named(name);
        if (depth_ > 1)
            path_ += '/';
        path_ += name;
        if (depth_ == 1)
            root_ = std::min<std::size_t>(path_.size() + 1, 255);
    }

    void leave(const Open& element)
    {
        path_.resize(element.path);
        if (element.guard != no_guard) {
            out_.steps[element.guard].size = static_cast<std::uint32_t>(out_.steps.size());
            guard_value_ = element.outer_guard;
            --guards_;
        }
        if (--depth_ == 1)
            below_ = Section::none;
    }

    // MS-EVEN6 2.2.12: the element is left out when the value is null on which it depends.
    std::size_t add_guard(std::uint16_t dependency)
    {
        if (dependency == no_dependency)
            return no_guard;
        Step step{.kind = Step::Kind::guard};
        step.index = dependency;
        out_.steps.push_back(step);
        ++guards_;
        guard_value_ = dependency;
        return out_.steps.size() - 1;
    }

    bool read_attributes(Open& element, bool named)
    {
        cursor_.skip(4);
        while ((cursor_.peek() & ~token::more) == token::attribute) {
            cursor_.skip(1);
            std::string_view name;
            if (!out_.spend(1) || !read_name(name))
                return false;
            pieces_.clear();
            const std::size_t before = path_.size();
            path_ += "/@";
            path_ += name;
            const bool space_name = name == "xmlns" || name.starts_with("xmlns:");
            const bool own_name = named && name == "Name";
            while (is_piece(cursor_.peek())) {
                if (!read_piece())
                    return false;
            }
            if (own_name && pieces_.size() == 1 && pieces_[0].kind == Step::Kind::constant) {
                // <Data Name="TargetUserName"> is the field TargetUserName.
                path_.resize(before);
                path_.resize(path_.rfind('/') + 1);
                utf16::append_utf8(path_, chunk_.substr(pieces_[0].offset, pieces_[0].size));
                continue;
            }
            if (!space_name && !add_field(true))
                return false;
            element.attributes = element.attributes || !space_name;
            path_.resize(before);
        }
        return true;
    }

    bool read_content(Open& element)
    {
        pieces_.clear();
        while (true) {
            const unsigned char next = cursor_.peek();
            if (is_piece(next)) {
                if (!read_piece())
                    return false;
                continue;
            }
            switch (next & ~token::more) {
            case token::open_element:
                if (!end_text() || !read_element())
                    return false;
                break;
            case token::template_instance:
                if (!end_text() || !read_instance())
                    return false;
                break;
            case token::instruction_target:
                if (!skip_instruction())
                    return false;
                continue;
            case token::end_element:
                return end_element(element);
            default:
                return false;
            }
            element.children = true;
            pieces_.clear();
        }
    }

    // Blanks between elements are there for people.
    bool end_text() { return all_blank() || add_field(false); }

    bool end_element(Open& element)
    {
        cursor_.skip(1);
        if (pieces_.empty())
            return add_if_empty(element);
        return (element.children && all_blank()) || add_field(false);
    }

    static bool is_piece(unsigned char next)
    {
        switch (next & ~token::more) {
        case token::text:
        case token::cdata:
        case token::character_reference:
        case token::entity_reference:
        case token::substitution:
        case token::optional_substitution:
            return true;
        default:
            return false;
        }
    }

    bool read_piece()
    {
        Step piece{.kind = Step::Kind::constant};
        switch (cursor_.read<unsigned char>() & ~token::more) {
        case token::text:
            if (cursor_.read<unsigned char>() != 1)
                return false;
            [[fallthrough]];
        case token::cdata: {
            const std::size_t size = std::size_t{cursor_.read<std::uint16_t>()} * 2;
            piece.offset = static_cast<std::uint32_t>(cursor_.position());
            piece.size = static_cast<std::uint32_t>(cursor_.take(size).size());
            break;
        }
        case token::character_reference:
            piece.kind = Step::Kind::character;
            piece.offset = cursor_.read<std::uint16_t>();
            break;
        case token::entity_reference: {
            std::string_view name;
            if (!read_name(name))
                return false;
            piece.kind = Step::Kind::character;
            piece.offset = entity(name);
            if (piece.offset == 0)
                return false;
            break;
        }
        default:
            piece.kind = Step::Kind::substitution;
            piece.index = cursor_.read<std::uint16_t>();
            cursor_.skip(1); // the type it is expected to have: the record says which it has
        }
        pieces_.push_back(piece);
        return !cursor_.failed() && out_.spend(1);
    }

    bool all_blank() const
    {
        return std::ranges::all_of(pieces_, [&](const Step& piece) {
            return piece.kind == Step::Kind::constant && is_blank(chunk_.substr(piece.offset, piece.size));
        });
    }

    bool add_field(bool of_attribute)
    {
        if (pieces_.empty())
            return true;
        const bool single = pieces_.size() == 1 && pieces_[0].kind != Step::Kind::character;
        Step step = single ? pieces_[0] : Step{.kind = Step::Kind::joined};
        if (!single)
            step.size = static_cast<std::uint32_t>(pieces_.size());
        step.attribute = of_attribute;
        if (!add_step(step))
            return false;
        if (!single)
            out_.steps.insert(out_.steps.end(), pieces_.begin(), pieces_.end());
        return true;
    }

    bool add_if_empty(const Open& element)
    {
        const bool of_system = (depth_ > 1 && below_ == Section::system) || own_ == Section::system;
        if (element.children || element.attributes || of_system)
            return true;
        return add_step({.kind = Step::Kind::empty});
    }

    bool add_step(Step step)
    {
        if (path_.size() > longest_path || !out_.spend(1 + path_.size() / 16))
            return false;
        step.own = own_;
        step.below = below_;
        step.root = static_cast<std::uint8_t>(root_);
        step.guarded = guards_ > 1 || (guards_ == 1 && guard_value_ != step.index);
        step.path = out_.texts.keep(path_);
        if (own_ == Section::system)
            step.part = part_at(path_);
        else if (below_ == Section::system)
            step.part = part_at(std::string_view{path_}.substr(root_));
        else if (!step.attribute)
            step.name = out_.names->find(std::string_view{path_}.substr(path_.rfind('/') + 1));
        out_.steps.push_back(step);
        return true;
    }

    bool read_instance()
    {
        cursor_.skip(1);
        Step step{.kind = Step::Kind::instance};
        step.offset = static_cast<std::uint32_t>(cursor_.position());
        const InstanceHead head = read_instance_head(chunk_, cursor_.position());
        if (head.definition == 0 || !out_.spend(1))
            return false;
        cursor_.skip(head.values - cursor_.position());
        const auto count = cursor_.read<std::uint32_t>();
        ByteCursor sizes{cursor_.take(std::size_t{count} * 4)};
        std::size_t bytes = 0;
        for (std::uint32_t i = 0; i < count && !sizes.failed(); ++i)
            bytes += sizes.read<std::uint32_t>() & 0xFFFFU; // beside the type
        cursor_.skip(bytes);
        return !cursor_.failed() && add_step(step);
    }

    bool skip_instruction()
    {
        cursor_.skip(1);
        std::string_view name;
        if (!read_name(name))
            return false;
        if (cursor_.peek() == token::instruction_data) {
            cursor_.skip(1);
            cursor_.skip(std::size_t{cursor_.read<std::uint16_t>()} * 2);
        }
        return !cursor_.failed();
    }

    // A name stands where it is used first; later uses point there.
    bool read_name(std::string_view& name)
    {
        const auto offset = cursor_.read<std::uint32_t>();
        if (offset == cursor_.position()) {
            cursor_.skip(6);
            cursor_.skip((std::size_t{cursor_.read<std::uint16_t>()} + 1) * 2);
        }
        ByteCursor at{chunk_, offset};
        at.skip(6);
        const std::string_view units = at.take(std::size_t{at.read<std::uint16_t>()} * 2);
        name_.clear();
        utf16::append_utf8(name_, units);
        name = name_;
        return !cursor_.failed() && !at.failed() && out_.spend(name_.size() / 64);
    }

    static constexpr std::size_t no_guard = ~std::size_t{0};

    Programs& out_;
    std::string_view chunk_;
    ByteCursor cursor_;
    bool definition_;
    int depth_ = 0;
    int guards_ = 0;
    std::uint16_t guard_value_ = 0;
    Section own_ = Section::none;
    Section below_ = Section::none;
    std::size_t root_ = 0;
    std::string path_;
    std::string name_;
    std::vector<Step> pieces_;
};

// A part that is put together, or left out at times, must be looked for; then all are.
void find_parts(const Programs& all, Program& program)
{
    program.parts.fill(Program::missing);
    for (std::uint32_t i = program.first; i < program.last; ++i) {
        const Step& step = all.steps[i];
        const bool direct = step.kind == Step::Kind::constant || step.kind == Step::Kind::substitution;
        if (step.part != Part::none && step.below == Section::system) {
            if (!direct || step.guarded) {
                program.parts.fill(Program::missing);
                return;
            }
            program.parts[static_cast<std::size_t>(step.part)] = i;
        }
        i += step.kind == Step::Kind::joined ? step.size : 0;
    }
}

}

Program compile(Programs& all, const Fragment& fragment)
{
    Program program;
    program.first = static_cast<std::uint32_t>(all.steps.size());
    program.valid = fragment.begin < fragment.end && Compiler{all, fragment}.run();
    program.last = static_cast<std::uint32_t>(all.steps.size());
    find_parts(all, program);
    return program;
}

}

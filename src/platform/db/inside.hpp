#pragma once

namespace hoshuban::db {

/// Marks that the current thread is inside a read or write of `owner`; a second one on the same thread would wait for
/// itself or see other data than the first, so it throws std::logic_error.
class Inside {
public:
    explicit Inside(const void* owner);
    ~Inside();
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    static void refuse_nesting(const void* owner);

private:
    const void* owner_;
    const Inside* outer_;
};

}

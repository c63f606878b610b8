# hoshuban_embed(<target> <name> <file>): the bytes of <file> become `std::string_view hoshuban::embedded::<name>()`.
function(hoshuban_embed target name file)
    set(source "${PROJECT_BINARY_DIR}/generated/embedded/${name}.cpp")
    file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT [[
#include <string_view>

asm(".pushsection .rodata\n"
    ".globl hoshuban_embedded_@name@\n"
    ".globl hoshuban_embedded_@name@_end\n"
    "hoshuban_embedded_@name@:\n"
    ".incbin \"@file@\"\n"
    "hoshuban_embedded_@name@_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" const char hoshuban_embedded_@name@[];
extern "C" const char hoshuban_embedded_@name@_end[];

namespace hoshuban::embedded {

std::string_view @name@();

std::string_view @name@() { return {hoshuban_embedded_@name@, hoshuban_embedded_@name@_end}; }

}
]])
    set_property(SOURCE "${source}" APPEND PROPERTY OBJECT_DEPENDS "${file}")
    target_sources(${target} PRIVATE "${source}")
endfunction()

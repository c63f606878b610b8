# Packs DIST: one gzip file each under OUT, OUT/assets.S with their bytes, OUT/assets.cpp with their table.
cmake_minimum_required(VERSION 3.25)
set(type_html "text/html; charset=utf-8")
set(type_css "text/css; charset=utf-8")
set(type_js "text/javascript; charset=utf-8")
set(type_txt "text/plain; charset=utf-8")
set(type_json "application/json")
set(type_webmanifest "application/manifest+json")
set(type_svg "image/svg+xml")
set(type_png "image/png")
set(type_ico "image/x-icon")
set(type_woff2 "font/woff2")

file(GLOB_RECURSE paths RELATIVE "${DIST}" "${DIST}/*")
list(SORT paths)
if(NOT "index.html" IN_LIST paths)
    message(FATAL_ERROR "${DIST}/index.html is missing: the web build did not run")
endif()

set(bytes ".section .rodata\n")
set(externs "")
set(rows "")
set(number 0)
foreach(path IN LISTS paths)
    cmake_path(GET path EXTENSION LAST_ONLY extension)
    string(SUBSTRING "${extension}" 1 -1 extension)
    if(NOT DEFINED type_${extension})
        message(FATAL_ERROR "${path}: add the content type of .${extension} to cmake/embed_web.cmake")
    endif()

    # -n leaves name and time out, so that the same pages give the same binary.
    execute_process(COMMAND gzip -9 -n -c "${DIST}/${path}" OUTPUT_FILE "${OUT}/${number}.gz"
        COMMAND_ERROR_IS_FATAL ANY)
    file(SHA256 "${DIST}/${path}" sha256)
    # Vite puts a hash of the content into every name below assets/.
    set(immutable false)
    if(path MATCHES "^assets/")
        set(immutable true)
    endif()

    set(symbol "hoshuban_web_${number}")
    string(APPEND bytes ".global ${symbol}\n${symbol}:\n.incbin \"${OUT}/${number}.gz\"\n"
        ".global ${symbol}_end\n${symbol}_end:\n")
    string(APPEND externs "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "        {\"/${path}\", \"${type_${extension}}\", \"\\\"${sha256}\\\"\",\n"
        "            {${symbol}, ${symbol}_end}, ${immutable}},\n")
    math(EXPR number "${number} + 1")
endforeach()
string(APPEND bytes ".section .note.GNU-stack,\"\",@progbits\n")

file(WRITE "${OUT}/assets.S" "${bytes}")
file(WRITE "${OUT}/assets.cpp" "#include \"app/web_assets.hpp\"\n\n${externs}
namespace hoshuban {
std::span<const http::Asset> web_assets()
{
    static const http::Asset assets[] = {
${rows}    };
    return assets;
}
}
")

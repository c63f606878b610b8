# hoshuban_web(<target>): adds the pages of web/ to <target> as gzip bytes inside the binary; see http::Asset.
# With HOSHUBAN_WEB=OFF the table is empty and no Node is needed.
function(hoshuban_web target)
    set(folder "${PROJECT_BINARY_DIR}/web")
    if(NOT HOSHUBAN_WEB)
        file(CONFIGURE OUTPUT "${folder}/assets.cpp" @ONLY CONTENT "#include \"app/web_assets.hpp\"\n
namespace hoshuban {\nstd::span<const http::Asset> web_assets() { return {}; }\n}\n")
        target_sources(${target} PRIVATE "${folder}/assets.cpp")
        return()
    endif()
    set(embed "${PROJECT_SOURCE_DIR}/cmake/embed_web.cmake")
    set(web "${PROJECT_SOURCE_DIR}/web")
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${web}/src/*" "${web}/public/*")
    file(GLOB configs CONFIGURE_DEPENDS "${web}/*.json" "${web}/*.ts" "${web}/*.html")
    add_custom_command(OUTPUT "${folder}/assets.S" "${folder}/assets.cpp"
        COMMAND "${PROJECT_SOURCE_DIR}/tools/build-web"
        COMMAND "${CMAKE_COMMAND}" "-DDIST=${web}/dist" "-DOUT=${folder}" -P "${embed}"
        DEPENDS ${sources} ${configs} "${embed}" "${PROJECT_SOURCE_DIR}/tools/build-web"
        COMMENT "Building and packing the web pages"
        VERBATIM)
    # A target of its own, so that the pages are built while the compiler works on the rest.
    add_custom_target(${target}_pages DEPENDS "${folder}/assets.cpp")
    add_dependencies(${target} ${target}_pages)
    set_source_files_properties("${folder}/assets.S" PROPERTIES COMPILE_OPTIONS "-Wno-pedantic")
    target_sources(${target} PRIVATE "${folder}/assets.S" "${folder}/assets.cpp")
endfunction()

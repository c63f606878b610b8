# hoshuban_sql(<target> <folder>): each <folder>/<query>.sql becomes db::Query sql::<query> in
# "<folder path below src>.hpp", e.g. src/features/incident/sql/list_overdue.sql ->
# #include "features/incident/sql.hpp", incident::sql::list_overdue.
# <query>.pg.sql beside it overrides the text for PostgreSQL. What several queries share stands once in
# <folder>/parts/<part>.sql; each names it as {{<part>}}.
function(hoshuban_sql target folder)
    file(GLOB texts CONFIGURE_DEPENDS "${folder}/*.sql" "${folder}/parts/*.sql")
    cmake_path(GET folder PARENT_PATH room_folder)
    cmake_path(GET room_folder FILENAME room)
    file(RELATIVE_PATH below "${PROJECT_SOURCE_DIR}/src" "${room_folder}")
    set(header "${PROJECT_BINARY_DIR}/generated/${below}/sql.hpp")
    add_custom_command(OUTPUT "${header}"
        COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${folder}" "-DROOM=${room}" "-DHEADER=${header}"
            -P "${PROJECT_SOURCE_DIR}/cmake/embed_sql.cmake"
        DEPENDS ${texts} "${PROJECT_SOURCE_DIR}/cmake/embed_sql.cmake"
        VERBATIM)
    # A target of its own, or the command would wait for every library that <target> links.
    add_custom_target(${target}_sql DEPENDS "${header}")
    add_dependencies(${target} ${target}_sql)
    target_sources(${target} PRIVATE "${header}")
    target_include_directories(${target} PUBLIC "${PROJECT_BINARY_DIR}/generated")
endfunction()

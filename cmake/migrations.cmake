# hoshuban_migrations(<target> <folder>): the files <folder>/NNNN_subject.sql, in order, become
# hoshuban::db::embedded_migrations() (declared in platform/db/migrations.hpp).
function(hoshuban_migrations target folder)
    file(GLOB texts CONFIGURE_DEPENDS "${folder}/*.sql")
    set(source "${PROJECT_BINARY_DIR}/generated/migrations.cpp")
    add_custom_command(OUTPUT "${source}"
        COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${folder}" "-DSOURCE=${source}"
            -P "${PROJECT_SOURCE_DIR}/cmake/embed_migrations.cmake"
        DEPENDS ${texts} "${PROJECT_SOURCE_DIR}/cmake/embed_migrations.cmake"
        VERBATIM)
    target_sources(${target} PRIVATE "${source}")
endfunction()

cmake_minimum_required(VERSION 3.25)
file(GLOB texts "${FOLDER}/*.sql")
list(SORT texts)
set(rows "")
set(numbers "")
foreach(path IN LISTS texts)
    get_filename_component(name "${path}" NAME_WE)
    if(NOT name MATCHES "^[0-9][0-9][0-9][0-9]_[a-z_]+$")
        message(FATAL_ERROR "${path}: a migration is named NNNN_subject.sql")
    endif()
    string(SUBSTRING "${name}" 0 4 number)
    if(number IN_LIST numbers)
        message(FATAL_ERROR "${path}: two migrations have the number ${number}")
    endif()
    list(APPEND numbers "${number}")
    string(REGEX REPLACE "^0+" "" number "${number}")
    file(READ "${path}" text)
    string(APPEND rows "        {${number}, \"${name}\", R\"sql(${text})sql\"},\n")
endforeach()
file(WRITE "${SOURCE}" "#include \"platform/db/migrations.hpp\"

namespace hoshuban::db {

std::span<const Migration> embedded_migrations()
{
    static constexpr Migration migrations[] = {
${rows}    };
    return migrations;
}

}
")

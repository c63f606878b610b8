#include "app/command_line.hpp"

#include <malloc.h>

int main(int argc, char** argv)
{
    // Many worker threads that mostly wait would otherwise each keep a heap of their own.
    mallopt(M_ARENA_MAX, 4);
    return hoshuban::run_command_line(argc, argv);
}

# Words and progress for ./run and ./test. Sourced, not run.

say() { printf '%s\n' "$*" >&2; }

# refuse "日本語" "English": says why this cannot go on, and stops.
refuse() {
    say "× $1"
    say "  $2"
    exit 1
}

# step "日本語" "English": the heading of the next piece of work, with its number and the time so far.
step() {
    step_number=$((${step_number:-0} + 1))
    say "[$step_number/${step_count:?}] $(elapsed)  $1 / $2"
}

elapsed() { printf '%d:%02d' $((SECONDS / 60)) $((SECONDS % 60)); }

# quietly LOG COMMAND...: shows the output only when the command fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" >"$log" 2>&1; then
        tail -n 80 "$log" >&2
        say "  全文 / full text: $log"
        return 1
    fi
}

# How many compilers fit: one a core, and no more than the memory carries (about 1.5 GB each).
jobs_that_fit() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo)
    ((memory < 1)) && memory=1
    echo $((cores < memory ? cores : memory))
}

# Runs checks and keeps their outcomes where tools/count-results.mjs finds them. Sourced, after console.bash.

results=$PWD/build/results

# check NAME COMMAND...: one check that passes when COMMAND exits 0; its output is shown only when it fails.
check() {
    local name=$1
    shift
    watched_check "$name" quietly "$results/$name.log" "$@"
}

# watched_check NAME COMMAND...: the same for long work whose output shows the progress.
watched_check() {
    local name=$1 started=$SECONDS outcome=failed sign=×
    shift
    if "$@" >&2; then outcome=passed sign=○; fi
    printf '%s\t%s\n' "$name" "$outcome" >>"$results/checks.tsv"
    say "  $sign $name ($((SECONDS - started)) s)"
    [[ $outcome == passed ]]
}

# suite NAME COMMAND...: a program that writes its own results to build/results/NAME.json and runs at least one test.
suite() {
    local name=$1 started=$SECONDS sign=×
    shift
    printf '%s\n' "$name" >>"$results/suites.txt"
    if quietly "$results/$name.log" "$@"; then sign=○; fi
    say "  $sign $name ($((SECONDS - started)) s)"
    [[ $sign == ○ ]]
}

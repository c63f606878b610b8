#!/usr/bin/env bash
# http.bash [REQUESTS] [SECONDS]: fills a ledger, starts the release server on SQLite and on PostgreSQL, and measures
# with wrk: a page of 50 filtered by status, one request, a create, at 1, 8 and 64 connections; then export, import,
# memory and start. Prints a table. Needs the packages of kind `bench` and a build with HOSHUBAN_BENCH=ON:
#   cmake --preset release -B build/bench -DHOSHUBAN_BENCH=ON && ninja -C build/bench hoshuban seed_ledger
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
build=${HOSHUBAN_BUILD:-build/bench} requests=${1:-50000} seconds=${2:-5}
contract=sapporo-r7-juki-cs port=8391
if [[ -z ${HOSHUBAN_TEST_POSTGRES:-} ]]; then
    exec tools/with-postgres "$0" "$@"
fi

work=$(mktemp -d)
server=
stop() { [[ -n $server ]] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; server=; return 0; }
trap 'stop; rm -rf "$work"' EXIT

start() { # DATABASE-OPTIONS...
    local begun=$(date +%s%N)
    "$build/hoshuban" serve --data "$work/data" --port $port --demo --json --quiet "$@" \
        >"$work/started.json" 2>"$work/log" &
    server=$!
    until curl -sf "http://127.0.0.1:$port/health" >/dev/null; do sleep 0.005; done
    started_ms=$((($(date +%s%N) - begun) / 1000000))
}

sign_in() {
    local password
    password=$(sed -n 's/.*"login":"mihon","password":"\([^"]*\)".*/\1/p' "$1")
    curl -s -D "$work/headers" -H 'Content-Type: application/json' \
        -d "{\"login\":\"mihon\",\"password\":\"$password\"}" \
        "http://127.0.0.1:$port/api/v1/session" >"$work/session.json"
    cookie=$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' "$work/headers" | tr -d '\r')
    csrf=$(sed -n 's/.*"csrf":"\([^"]*\)".*/\1/p' "$work/session.json")
}

load() { # NAME CONNECTIONS URL [SCRIPT]
    wrk -t 1 -c "$2" -d "${seconds}s" --latency -H "Cookie: $cookie" -H "X-Hoshuban-CSRF: $csrf" ${4:+-s "$4"} \
        "http://127.0.0.1:$port$3" >"$work/wrk"
    awk -v name="$1" -v c="$2" '/99%/ {p99=$2} /50%/ {p50=$2} /Requests\/sec/ {rate=$2} /Non-2xx/ {bad=$0}
        END {printf "| %s | %d | %d | %s | %s | %s |\n", name, c, rate, p50, p99, bad}' "$work/wrk"
}

measure() { # NAME DATABASE-URL DATABASE-OPTIONS...
    local name=$1 url=$2 base=/api/v1/contracts/$contract/work-requests one
    shift 2
    rm -rf "$work/data"
    start "$@"
    cp "$work/started.json" "$work/people.json"
    "$build/tests/bench/seed_ledger" "$url" "$contract" "$requests"
    stop
    start "$@"
    echo "| $name: start to first answer | | ${started_ms} ms | | | |"
    sign_in "$work/people.json"
    one=$(curl -s -b "$cookie" "http://127.0.0.1:$port$base?limit=1&q=25000" |
        sed -n 's/.*"id":"\([^"]*\)".*/\1/p' | head -n 1)
    printf 'wrk.method="POST"\nwrk.headers["Content-Type"]="application/json"\nwrk.body=[[%s]]\n' \
        '{"title":"計測の依頼","body":"確認してください。","work_types":["settings_change_city"]}' \
        >"$work/create.lua"
    for connections in 1 8 64; do
        load "$name: list of 50 by status" $connections "$base?status=confirming&limit=50"
        load "$name: one request" $connections "$base/$one"
        load "$name: create" $connections "$base" "$work/create.lua"
    done
    echo "| $name: resident memory | | $(awk '/VmRSS/ {print int($2/1024)}' "/proc/$server/status") MB | | | |"
    local begun=$(date +%s%N)
    curl -s -b "$cookie" -o "$work/list.xlsx" "http://127.0.0.1:$port$base/export?layout=flat&to=2026-03-31"
    local export_ms=$((($(date +%s%N) - begun) / 1000000))
    echo "| $name: export of the $requests to xlsx | | $export_ms ms | | | $(stat -c %s "$work/list.xlsx") bytes |"
    stop
}

echo "| what | connections | per second | p50 | p99 | |"
echo "|---|---|---|---|---|---|"
measure SQLite "sqlite:$work/data/hoshuban.db"
psql -q "$HOSHUBAN_TEST_POSTGRES" -c "CREATE DATABASE hoshuban_bench TEMPLATE template0" >/dev/null
url=${HOSHUBAN_TEST_POSTGRES/\/postgres/\/hoshuban_bench}
measure PostgreSQL "$url" --database "$url"

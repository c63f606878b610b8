#!/usr/bin/env bash
# http.bash [REQUESTS] [SECONDS]: fills a ledger, starts the bench build on SQLite and on PostgreSQL, and measures with
# wrk: a page of 50 filtered by status, one request, a create, at 1, 8 and 64 connections; on SQLite each beside a bare
# server over the same file; then export, import of 10,000 rows with preview, memory and start. Prints a table.
# README.md says how to read it.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
build=${HOSHUBAN_BUILD:-build/bench} requests=${1:-50000} seconds=${2:-5}
contract=sapporo-r7-juki-cs port=8391 bare_port=8392
base=/api/v1/contracts/$contract/work-requests site=http://127.0.0.1:$port
if [[ -z ${HOSHUBAN_TEST_POSTGRES:-} ]]; then
    exec tools/with-postgres "$0" "$@"
fi

work=$(mktemp -d)
server= bare=
stop() { [[ -n $server ]] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; server=; return 0; }
stop_bare() { [[ -z $bare ]] || { kill "$bare" && wait "$bare" 2>/dev/null || true; }; bare=; }
trap 'stop; stop_bare; rm -rf "$work"' EXIT

now_ms() { echo $(($(date +%s%N) / 1000000)); }

start() { # DATABASE-OPTIONS...
    local begun
    begun=$(now_ms)
    "$build/hoshuban" serve --data "$work/data" --port $port --demo --json --quiet "$@" \
        >"$work/started.json" 2>"$work/log" &
    server=$!
    until curl -sf "$site/health" >/dev/null; do
        kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 0.005
    done
    started_ms=$(($(now_ms) - begun))
}

sign_in() {
    local password
    password=$(sed -n 's/.*"login":"mihon","password":"\([^"]*\)".*/\1/p' "$1")
    curl -s -D "$work/headers" -H 'Content-Type: application/json' \
        -d "{\"login\":\"mihon\",\"password\":\"$password\"}" "$site/api/v1/session" >"$work/session.json"
    cookie=$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' "$work/headers" | tr -d '\r')
    csrf=$(sed -n 's/.*"csrf":"\([^"]*\)".*/\1/p' "$work/session.json")
}

load() { # URL CONNECTIONS [SCRIPT] -> rate p50 p99 problems
    wrk -t 1 -c "$2" -d "${seconds}s" --latency -H "Cookie: $cookie" -H "X-Hoshuban-CSRF: $csrf" ${3:+-s "$3"} "$1" \
        >"$work/wrk"
    read -r rate p50 p99 bad < <(awk '/99%/ {p99=$2} /50%/ {p50=$2} /Requests\/sec/ {rate=$2} /Non-2xx/ {bad=$NF}
        END {printf "%d %s %s %s\n", rate, p50, p99, bad ? bad " failed" : "-"}' "$work/wrk")
}

measure_load() { # NAME URL BARE-URL CONNECTIONS [SCRIPT]
    local bare_rate=-
    if [[ -n $bare ]]; then
        load "http://127.0.0.1:$bare_port$3" "$4" "${5:-}"
        bare_rate=$rate
    fi
    load "$site$2" "$4" "${5:-}"
    local ratio=-
    [[ -n $bare ]] && ratio=$(awk -v a="$rate" -v b="$bare_rate" 'BEGIN {printf "%.2f", a / b}')
    echo "| $1 | $4 | $rate | $p50 | $p99 | $bare_rate | $ratio | $bad |"
}

row() { echo "| $1 | | $2 | | | | | ${3:-} |"; }

import_list() { # FILE
    local begun id
    begun=$(now_ms)
    curl -s -b "$cookie" -H "X-Hoshuban-CSRF: $csrf" --data-binary "@$1" \
        -H 'Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' \
        "$site$base/imports?name=list.xlsx" >"$work/preview.json"
    preview_ms=$(($(now_ms) - begun))
    id=$(sed -n 's/^{"id":"\([^"]*\)".*/\1/p' "$work/preview.json")
    curl -s -b "$cookie" -H "X-Hoshuban-CSRF: $csrf" -H 'Content-Type: application/json' -d '{"reason":"計測"}' \
        "$site$base/imports/$id/save" >"$work/saved.json"
    import_ms=$(($(now_ms) - begun))
}

measure_export() { # NAME
    local begun
    begun=$(now_ms)
    curl -s -b "$cookie" -o "$work/list.xlsx" "$site$base/export?layout=flat&to=2026-03-31"
    row "$1: export of $requests to xlsx" "$(($(now_ms) - begun)) ms" "$(stat -c %s "$work/list.xlsx") bytes"
}

measure_import() { # NAME DATABASE-URL
    "$build/tests/bench/seed_list" "$2" "$contract" 10000 "$work/import.xlsx"
    import_list "$work/import.xlsx"
    row "$1: preview of 10,000 rows" "$preview_ms ms" "$(grep -o '"counts":{[^}]*}' "$work/preview.json")"
    row "$1: preview and save of 10,000 rows" "$import_ms ms" "$(head -c 60 "$work/saved.json")"
}

measure() { # NAME DATABASE-URL DATABASE-OPTIONS...
    local name=$1 url=$2 one connections
    shift 2
    rm -rf "$work/data"
    start "$@"
    cp "$work/started.json" "$work/people.json"
    "$build/tests/bench/seed_ledger" "$url" "$contract" "$requests"
    stop
    start "$@"
    row "$name: start to first answer" "$started_ms ms"
    sign_in "$work/people.json"
    one=$(curl -s -b "$cookie" "$site$base?limit=1&q=25000" | sed -n 's/.*"id":"\([^"]*\)".*/\1/p' | head -n 1)
    printf 'wrk.method="POST"\nwrk.headers["Content-Type"]="application/json"\nwrk.body=[[%s]]\n' \
        '{"title":"計測の依頼","body":"確認してください。","entered_on":"2025-11-04","work_types":["settings_change_city"]}' \
        >"$work/create.lua"
    measure_export "$name"
    if [[ $url == sqlite:* ]]; then
        cp "$work/data/hoshuban.db" "$work/bare.db"
        "$build/tests/bench/bare_server" "$work/bare.db" "$contract" $bare_port &
        bare=$!
        until curl -sf "http://127.0.0.1:$bare_port/list" >/dev/null; do sleep 0.01; done
    fi
    for connections in 1 8 64; do
        measure_load "$name: list of 50 by status" "$base?status=confirming&limit=50" /list $connections
        measure_load "$name: one request" "$base/$one" "/one?$one" $connections
        measure_load "$name: create" "$base" /create $connections "$work/create.lua"
    done
    stop_bare
    row "$name: resident memory after the load" "$(awk '/VmRSS/ {print int($2/1024)}' "/proc/$server/status") MB"
    measure_import "$name" "$url"
    row "$name: most memory ever" "$(awk '/VmHWM/ {print int($2/1024)}' "/proc/$server/status") MB"
    stop
}

echo "| what | connections | per second | p50 | p99 | bare per second | ratio | |"
echo "|---|---|---|---|---|---|---|---|"
measure SQLite "sqlite:$work/data/hoshuban.db"
psql -q "$HOSHUBAN_TEST_POSTGRES" -c "CREATE DATABASE hoshuban_bench TEMPLATE template0" >/dev/null
url=${HOSHUBAN_TEST_POSTGRES/\/postgres/\/hoshuban_bench}
measure PostgreSQL "$url" --database "$url"

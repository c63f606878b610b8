#!/usr/bin/env bash
# search.bash [REQUESTS] [SECONDS] [CONNECTIONS]: fills a ledger, starts the bench build on SQLite and on PostgreSQL,
# waits until the index has followed, and loads the search with wrk: one word at a time, then all of them in turn,
# beside the list of 50 for comparison. Prints a table with the processor time of the server for each answer,
# which depends less on what else runs on the machine than the times do.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
build=${HOSHUBAN_BUILD:-build/bench} requests=${1:-50000} seconds=${2:-5} connections=${3:-64}
contract=sapporo-r7-juki-cs port=8393
base=/api/v1/contracts/$contract site=http://127.0.0.1:$port
if [[ -z ${HOSHUBAN_TEST_POSTGRES:-} ]]; then
    exec tools/with-postgres "$0" "$@"
fi

work=$(mktemp -d)
server=
stop() { [[ -n $server ]] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; server=; return 0; }
trap 'stop; rm -rf "$work"' EXIT

start() { # DATABASE-OPTIONS...
    "$build/hoshuban" serve --data "$work/data" --port $port --demo --json --quiet "$@" \
        >"$work/started.json" 2>"$work/log" &
    server=$!
    until curl -sf "$site/health" >/dev/null; do
        kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 0.05
    done
}

sign_in() {
    local password
    password=$(sed -n 's/.*"login":"mihon","password":"\([^"]*\)".*/\1/p' "$1")
    curl -s -D "$work/headers" -H 'Content-Type: application/json' \
        -d "{\"login\":\"mihon\",\"password\":\"$password\"}" "$site/api/v1/session" >/dev/null
    cookie=$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' "$work/headers" | tr -d '\r')
}

encoded() { printf '%s' "$1" | od -An -tx1 -v | tr -d '\n' | tr ' ' '%'; }

ticks() { awk '{print $14 + $15}' "/proc/$server/stat"; }

load() { # NAME URL [SCRIPT]
    local before after rate p50 p99 total bad
    before=$(ticks)
    wrk -t 1 -c "$connections" -d "${seconds}s" --latency -H "Cookie: $cookie" ${3:+-s "$3"} "$site$2" >"$work/wrk"
    after=$(ticks)
    read -r rate p50 p99 total bad < <(awk '/99%/ {p99=$2} /50%/ {p50=$2} /requests in/ {total=$1}
        /Requests\/sec/ {rate=$2} /Non-2xx/ {bad=$NF}
        END {printf "%d %s %s %d %s\n", rate, p50, p99, total, bad ? bad " failed" : "-"}' "$work/wrk")
    echo "| $1 | $rate | $p50 | $p99 | $(awk -v t=$((after - before)) -v n="$total" \
        'BEGIN {printf "%.2f ms", n ? t * 10 / n : 0}') | $bad |"
}

wait_for_index() {
    local begun
    begun=$(date +%s%N)
    until curl -s -b "$cookie" "$site$base/search?q=$(encoded "A25A-$requests")" >"$work/answer" &&
        grep -q '"building":false' "$work/answer" && grep -q '"hits":\[{' "$work/answer"; do
        sleep 0.2
    done
    echo "| $1: index made, all at once | $((($(date +%s%N) - begun) / 1000000)) ms | | | | |"
}

# Once after so many rows came in at once, PostgreSQL cleans up: its own time, not that of a search.
settle() {
    local begun
    begun=$(date +%s%N)
    psql -q "$url" -c "VACUUM ANALYZE" >/dev/null
    echo "| $1: cleaned up after that | $((($(date +%s%N) - begun) / 1000000)) ms | | | | |"
}

words=("端末" "25000件" "A25A-25000" "ﾃｼﾞｭﾝｼｮ" "手順書のとおり設定を変更し" "かな漢字変換" "設定 確認 端末 動作")
names=("in every row, two characters" "in one row" "a number" "no hit, half-width kana" "a long phrase of every row"
    "no hit" "four words of every row")

measure() { # NAME DATABASE-URL DATABASE-OPTIONS...
    local name=$1 url=$2 i
    shift 2
    rm -rf "$work/data"
    start "$@"
    cp "$work/started.json" "$work/people.json"
    stop
    "$build/tests/bench/seed_ledger" "$url" "$contract" "$requests"
    start "$@"
    sign_in "$work/people.json"
    wait_for_index "$name"
    if [[ $name == PostgreSQL ]]; then settle "$name"; fi
    {
        echo 'local words = {'
        for i in "${!words[@]}"; do echo "\"$(encoded "${words[i]}")\","; done
        echo '}'
        echo 'local n = 0'
        echo 'request = function() n = n + 1'
        echo "return wrk.format('GET', '$base/search?q=' .. words[n % #words + 1]) end"
    } >"$work/mixed.lua"
    for i in "${!words[@]}"; do
        load "$name: ${names[i]}" "$base/search?q=$(encoded "${words[i]}")"
    done
    load "$name: all of these in turn" "$base/search" "$work/mixed.lua"
    load "$name: for comparison, list of 50" "$base/work-requests?status=confirming&limit=50"
    stop
}

echo "| $requests requests, $connections connections | per second | p50 | p99 | processor time each | |"
echo "|---|---|---|---|---|---|"
measure SQLite "sqlite:$work/data/hoshuban.db"
psql -q "$HOSHUBAN_TEST_POSTGRES" -c "CREATE DATABASE hoshuban_search TEMPLATE template0" >/dev/null
url=${HOSHUBAN_TEST_POSTGRES/\/postgres/\/hoshuban_search}
measure PostgreSQL "$url" --database "$url"

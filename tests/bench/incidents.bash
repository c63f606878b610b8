#!/usr/bin/env bash
# incidents.bash [INCIDENTS] [SECONDS] [CONNECTIONS]: a contract with so many open incidents (100,000), on SQLite and on
# PostgreSQL: the clocks of all of them counted anew after the holidays have changed; then 今日 of a contract on which 500
# clocks run, asked by wrk. Prints a table.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
build=${HOSHUBAN_BUILD:-build/bench} incidents=${1:-100000} seconds=${2:-5} connections=${3:-1}
port=8395 site=http://127.0.0.1:$port
if [[ -z ${HOSHUBAN_TEST_POSTGRES:-} ]]; then
    exec tools/with-postgres "$0" "$@"
fi

work=$(mktemp -d)
server=
stop() { [[ -n $server ]] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; server=; return 0; }
trap 'stop; rm -rf "$work"' EXIT
model=contracts/sapporo-r5-core-terminals
year=$(date -d '3 months ago' +%Y)

for contract in many board; do
    mkdir -p "$work/contracts/$contract"
    cp -r "$model"/* "$work/contracts/$contract"
    sed -e "s/^id: .*/id: $contract/" -e "s/^period: .*/period: {from: $year-04-01, to: $((year + 1))-03-31}/" \
        "$model/contract.yaml" >"$work/contracts/$contract/contract.yaml"
done

start() {
    "$build/hoshuban" --contracts "$work/contracts" "${database[@]}" serve --port $port --json --quiet \
        >"$work/started.json" 2>"$work/log" &
    server=$!
    until curl -sf "$site/health" >/dev/null; do
        kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 0.05
    done
}

# Somebody of the contractor, whose board it is: signed in by the invitation.
sign_in() {
    local token password=mizu-to-kaze-no-oto-26
    token=$("$build/hoshuban" "${database[@]}" user add --json keisoku '計測 用' |
        sed -n 's/.*token=\([^"]*\)".*/\1/p')
    "$build/hoshuban" --contracts "$work/contracts" "${database[@]}" \
        user role keisoku --contract board --role responsible >/dev/null
    curl -sS --fail-with-body -D "$work/headers" -H 'Content-Type: application/json' "$site/api/v1/setup" \
        -d "{\"token\":\"$token\",\"login\":\"keisoku\",\"name\":\"計測 用\",\"password\":\"$password\"}" >/dev/null
    cookie=$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' "$work/headers" | tr -d '\r')
}

measure() { # NAME DATABASE-URL
    local name=$1 url=$2 rate p50 p99 bad
    start
    stop
    "$build/tests/bench/recount_incidents" seed "$url" board 250
    "$build/tests/bench/recount_incidents" seed "$url" many "$incidents"
    # Within a minute autovacuum would tell the planner how much there is now.
    [[ $url != postgres* ]] || psql -q "$url" -c 'VACUUM ANALYZE'
    echo "| $name: clocks of $incidents incidents after a change of the holidays |" \
        "$("$build/tests/bench/recount_incidents" count "$url" many data/holidays/syukujitsu.csv) | | |"
    start
    sign_in
    curl -sf -b "$cookie" "$site/api/v1/contracts/board/today" >"$work/today.json"
    wrk -t 1 -c "$connections" -d "${seconds}s" --latency -H "Cookie: $cookie" "$site/api/v1/contracts/board/today" \
        >"$work/wrk"
    read -r rate p50 p99 bad < <(awk '/99%/ {p99=$2} /50%/ {p50=$2} /Requests\/sec/ {rate=$2} /Non-2xx/ {bad=$NF}
        END {printf "%d %s %s %s\n", rate, p50, p99, bad ? bad " failed" : "-"}' "$work/wrk")
    echo "| $name: 今日 with $(grep -o '"incident.level' "$work/today.json" | wc -l) clocks shown," \
        "$(wc -c <"$work/today.json") bytes | $rate a second, p50 $p50 | p99 $p99 | $bad |"
    stop
}

echo "| what | | | |"
echo "|---|---|---|---|"
database=(--data "$work/data")
measure SQLite "sqlite:$work/data/hoshuban.db"
psql -q "$HOSHUBAN_TEST_POSTGRES" -c "CREATE DATABASE hoshuban_bench TEMPLATE template0" >/dev/null
url=${HOSHUBAN_TEST_POSTGRES/\/postgres/\/hoshuban_bench}
database=(--database "$url")
measure PostgreSQL "$url"

#!/usr/bin/env bash
# devices.bash [MUNICIPALITIES] [SECONDS] [CONNECTIONS]: one database with the devices of many municipalities (100: one
# contract of 20,620 units and 99 of 2,062, all made from the contract of the core terminals), on SQLite and on
# PostgreSQL. Loads filtered pages of the register, the matrix of sites and models on three days, the movements and a
# unit with wrk; writes the largest register as .xlsx; brings in a list of 10,000 devices. Prints a table.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
build=${HOSHUBAN_BUILD:-build/bench} municipalities=${1:-100} seconds=${2:-5} connections=${3:-8}
port=8394 site=http://127.0.0.1:$port
if [[ -z ${HOSHUBAN_TEST_POSTGRES:-} ]]; then
    exec tools/with-postgres "$0" "$@"
fi

work=$(mktemp -d)
server=
stop() { [[ -n $server ]] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; server=; return 0; }
trap 'stop; rm -rf "$work"' EXIT
model=contracts/sapporo-r5-core-terminals
year=$(date -d '3 months ago' +%Y)

make_contract() { # ID TIMES
    mkdir -p "$work/contracts/$1"
    cp -r "$model"/* "$work/contracts/$1"
    sed -e "s/^id: .*/id: $1/" -e "s/^period: .*/period: {from: $year-04-01, to: $((year + 1))-03-31}/" \
        -e "$(awk -v times="$2" '/division: .*count: |planned: 0/ && match($0, /count: [0-9]+/) {
            count = substr($0, RSTART + 7, RLENGTH - 7)
            printf "%ds/count: %d/count: %d/;", NR, count, count * times}' "$model/contract.yaml")" \
        "$model/contract.yaml" >"$work/contracts/$1/contract.yaml"
    # The units of each model stand at the sites in turn, as a specification that counts them by site would say.
    awk -F, -v OFS=, -v times="$2" 'NR == 1 {print; next} {
        total = $2 * times; model = $0
        for (site = 1; site <= 30; ++site) {
            units = int(total * site / 30) - int(total * (site - 1) / 30)
            if (!units) continue
            $1 = sprintf("D-%05d", ++last); last += units - 1; $2 = units; $8 = site; print
            $0 = model
        }
    }' "$model/devices.csv" >"$work/contracts/$1/devices.csv"
}

make_list() { # FILE: 10,000 devices as a city writes them
    awk -F, -v OFS=, 'BEGIN {print "機器ID", "機種名", "システムの区分", "拠点", "場所", "備考"}
        FNR == NR {if (FNR > 1) site[$1] = $2; next}
        FNR > 1 {for (i = 0; i < $2 * 10 && rows < 10000; ++i) {
            ++rows; print sprintf("実機-%05d", rows), $5, $6, site[rows % 30 + 1], rows % 5 + 1 "階", "台帳のとおり"}}' \
        "$model/sites.csv" "$model/devices.csv" >"$1"
}

start() { # DATABASE-OPTIONS...
    "$build/hoshuban" --contracts "$work/contracts" "${database[@]}" serve --port $port --json --quiet \
        >"$work/started.json" 2>"$work/log" &
    server=$!
    until curl -sf "$site/health" >/dev/null; do
        kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 0.05
    done
}

# Somebody who keeps the registers that are asked for: signed in by the invitation.
sign_in() {
    local token contract password=mizu-to-kaze-no-oto-26
    token=$("$build/hoshuban" "${database[@]}" user add --json keisoku '計測 用' |
        sed -n 's/.*token=\([^"]*\)".*/\1/p')
    for contract in large list "${asked[@]}"; do
        "$build/hoshuban" --contracts "$work/contracts" "${database[@]}" \
            user role keisoku --contract "$contract" --role responsible >/dev/null
    done
    curl -sS --fail-with-body -D "$work/headers" -H 'Content-Type: application/json' "$site/api/v1/setup" \
        -d "{\"token\":\"$token\",\"login\":\"keisoku\",\"name\":\"計測 用\",\"password\":\"$password\"}" \
        >"$work/session.json"
    cookie=$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' "$work/headers" | tr -d '\r')
    csrf=$(sed -n 's/.*"csrf":"\([^"]*\)".*/\1/p' "$work/session.json")
}

ask() { # CURL-ARGUMENTS...
    curl -sS --fail-with-body -b "$cookie" -H "X-Hoshuban-CSRF: $csrf" "$@"
}

row() { printf '| %s | %s | %s | %s | %s | %s |\n' "$@"; }

ticks() { awk '{print $14 + $15}' "/proc/$server/stat"; }

load() { # NAME SCRIPT
    local before after rate p50 p99 total bad
    before=$(ticks)
    wrk -t 1 -c "$connections" -d "${seconds}s" --latency -H "Cookie: $cookie" -s "$2" "$site" >"$work/wrk"
    after=$(ticks)
    read -r rate p50 p99 total bad < <(awk '/99%/ {p99=$2} /50%/ {p50=$2} /requests in/ {total=$1}
        /Requests\/sec/ {rate=$2} /Non-2xx/ {bad=$NF}
        END {printf "%d %s %s %d %s\n", rate, p50, p99, total, bad ? bad " failed" : "-"}' "$work/wrk")
    row "$1" "$rate" "$p50" "$p99" \
        "$(awk -v t=$((after - before)) -v n="$total" 'BEGIN {printf "%.2f ms", n ? t * 10 / n : 0}')" "$bad"
}

in_turn() { # PATH-PATTERN with CONTRACT: a script that asks ten municipalities in turn
    {
        echo 'local contracts = {'
        printf '"%s",' "${asked[@]}"
        echo '}; local n = 0'
        echo 'request = function() n = n + 1; local path = "'"$1"'"'
        echo 'return wrk.format("GET", (path:gsub("CONTRACT", contracts[n % #contracts + 1]))) end'
    } >"$work/$2.lua"
    echo "$work/$2.lua"
}

encoded() { printf '%s' "$1" | od -An -tx1 -v | tr -d '\n' | tr ' ' '%'; }

only() { # PATH: a script that asks the largest contract
    echo "request = function() return wrk.format('GET', '$1') end" >"$work/only.lua"
    echo "$work/only.lua"
}

timed() { # NAME CURL-ARGUMENTS...: the best and the worst of five
    local name=$1 i times=()
    shift
    for i in 1 2 3 4 5; do
        times+=("$(ask -o "$work/answer" -w '%{time_total}' "$@")")
    done
    mapfile -t times < <(printf '%s\n' "${times[@]}" | sort -n)
    row "$name" - "${times[2]} s" "${times[4]} s (worst of 5)" "$(stat -c %s "$work/answer") bytes" -
}

# Units of the largest contract and of the ones that are asked for move on two days of the past.
move_units() {
    local contract class day body preview
    for contract in large "${asked[@]}"; do
        for class in color_printer barcode_reader; do
            day=$year-0$((${#class} % 3 + 6))-01
            body="{\"on\":\"$day\",\"filter\":{\"class\":\"$class\",\"site\":\"S-003\"},\"edit\":{\"place\":\"3階 窓口\"}}"
            preview=$(ask -H 'Content-Type: application/json' "$site/api/v1/contracts/$contract/register/bulk/preview" \
                -d "$body" | sed -n 's/.*"preview":"\([0-9a-f]*\)".*/\1/p')
            ask -o /dev/null -H 'Content-Type: application/json' "$site/api/v1/contracts/$contract/register/bulk" \
                -d "{\"change\":$body,\"preview\":\"$preview\",\"reason\":\"計測\"}"
        done
    done
}

bring_in() { # NAME
    local begun seen saved id preview
    begun=$(date +%s%N)
    ask -H 'Content-Type: text/csv' --data-binary "@$work/list.csv" -o "$work/preview.json" \
        "$site/api/v1/contracts/list/register/imports?name=list.csv&on=$(date +%F)"
    seen=$((($(date +%s%N) - begun) / 1000000))
    id=$(grep -o '"plan":{"id":"[^"]*"' "$work/preview.json" | cut -d'"' -f6)
    preview=$(grep -o '"preview":"[0-9a-f]\{64\}"' "$work/preview.json" | head -1 | cut -d'"' -f4)
    begun=$(date +%s%N)
    ask -H 'Content-Type: application/json' -o "$work/saved.json" \
        "$site/api/v1/contracts/list/register/imports/$id/save" \
        -d "{\"preview\":\"$preview\",\"reason\":\"計測\"}"
    saved=$((($(date +%s%N) - begun) / 1000000))
    row "$1: list of 10,000 rows, preview" - "$seen ms" - "$(stat -c %s "$work/preview.json") bytes" -
    row "$1: list of 10,000 rows, saved" - "$saved ms" - "$(head -c 120 "$work/saved.json")" -
}

# Once after so many rows came in at once, PostgreSQL cleans up: its own time, not that of a page.
settle() { # NAME URL
    local begun
    begun=$(date +%s%N)
    psql -q "$2" -c "VACUUM ANALYZE" >/dev/null
    row "$1: cleaned up after that" - "$((($(date +%s%N) - begun) / 1000000)) ms" - - -
}

measure() { # NAME DATABASE-OPTIONS...
    local name=$1 begun unit
    shift
    database=("$@")
    begun=$(date +%s%N)
    start
    row "$name: all contracts loaded, first answer" - "$((($(date +%s%N) - begun) / 1000000)) ms" - - -
    sign_in
    move_units
    if [[ $name == PostgreSQL ]]; then settle "$name" "$2"; fi
    load "$name: page of 50 by class and site" \
        "$(in_turn "/api/v1/contracts/CONTRACT/register?class=pc&site=S-003&limit=50" page)"
    load "$name: page of 50 by two words" \
        "$(in_turn "/api/v1/contracts/CONTRACT/register?q=RICOH&division=$(encoded 住記・税)&limit=50" words)"
    load "$name: page of 50 of 20,620 by a word of none" \
        "$(only "/api/v1/contracts/large/register?q=nowhere&limit=50")"
    load "$name: page of 50 of 20,620 by class and site" \
        "$(only "/api/v1/contracts/large/register?class=pc&site=S-003&limit=50")"
    load "$name: matrix on a past day" "$(in_turn "/api/v1/contracts/CONTRACT/register/matrix?on=$year-07-15" matrix)"
    load "$name: matrix of 20,620 on a past day" "$(only "/api/v1/contracts/large/register/matrix?on=$year-07-15")"
    load "$name: movements" "$(in_turn "/api/v1/contracts/CONTRACT/register/movements?limit=50" moves)"
    timed "$name: .xlsx of 20,620 rows" "$site/api/v1/contracts/large/register/export"
    bring_in "$name"
    row "$name: resident after all that" - "$(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$server/status") MB" - - -
    stop
}

make_contract large 10
make_contract list 10
asked=()
for ((i = 1; i < municipalities; ++i)); do
    make_contract "city-$i" 1
    if ((${#asked[@]} < 10)); then asked+=("city-$i"); fi
done
make_list "$work/list.csv"
what="$municipalities contracts and one for the list, $connections connections"
echo "| $what | per second | p50 | p99 | processor time each, or what came | |"
echo "|---|---|---|---|---|---|"
measure SQLite --data "$work/data"
psql -q "$HOSHUBAN_TEST_POSTGRES" -c "CREATE DATABASE hoshuban_devices TEMPLATE template0" >/dev/null
measure PostgreSQL --database "${HOSHUBAN_TEST_POSTGRES/\/postgres/\/hoshuban_devices}"

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs one command of a tenant confined, watches it, and leaves what became of it in files of the run folder.
# Outlives Atrium on purpose. Usage: supervise.sh RUN_FOLDER SCRIPTS_FOLDER
#
# Reads   limits  launch.sh  inputs  checkpoints (the folder that outlives the run; absent: none)
#         user (numeric id to run as; absent: run as the caller, in a user namespace)
#         stop (appears when somebody wants the run to end)
# Writes  supervisor (pid, start time, boot: claims the run, by a hard link, once for ever)
#         began (monotonic ms)  heartbeat (monotonic ms, cpu ms, memory max)  log  unconfined, unshare.err (what
#         kept it from being confined)  end (exit, code, began, ended, cpu ms, memory max)
set -u
RUN=$1
SCRIPTS=$2
cd "$RUN" || exit 1
. ./limits

SAMPLE_SECONDS=0.2
SAMPLES_PER_HEARTBEAT=5
GRACE_MS=${GRACE_MS:-2000}
TICK_MS=$((1000 / $(getconf CLK_TCK)))
PAGE_BYTES=$(getconf PAGESIZE)

# Writes standard input to a file that appears whole.
publish() {
    cat > "$1.new" && mv "$1.new" "$1"
}

# now: milliseconds since boot, which no clock change moves.
read_clock() {
    read -r up _ < /proc/uptime
    now=$((${up%.*} * 1000 + 1${up#*.} * 10 - 1000))
}

# ticks: processor time of a process and of what it reaped; reaped: the second part alone; begun: when it started.
# A name may hold newlines and parentheses: the fields follow the last parenthesis of the last line.
read_stat() {
    stat=
    { while read -r line; do stat=$line; done < "/proc/$1/stat"; } 2> /dev/null
    [ -n "$stat" ] || return 1
    set -- ${stat##*) }
    reaped=$((${14} + ${15}))
    ticks=$((${12} + ${13} + reaped))
    begun=${20}
}

# Adds up the tree below a process: cpu_ms, memory_bytes, and its processes.
read_tree() {
    tree_ticks=0
    tree_pages=0
    processes=
    generation=$1
    while [ -n "$generation" ]; do
        next=
        for process in $generation; do
            read_stat "$process" || continue
            tree_ticks=$((tree_ticks + ticks))
            pages=0
            { read -r _ pages _ < "/proc/$process/statm"; } 2> /dev/null
            tree_pages=$((tree_pages + pages))
            processes="$processes $process"
            for children in "/proc/$process/task/"*/children; do
                kids=
                { read -r kids < "$children"; } 2> /dev/null
                next="$next $kids"
            done
        done
        case $next in
            *[0-9]*) generation=$next ;;
            *) generation= ;;
        esac
    done
    cpu_ms=$((tree_ticks * TICK_MS))
    memory_bytes=$((tree_pages * PAGE_BYTES))
}

# Ends the run by force: the first process of its PID namespace takes all others along.
end_by_force() {
    echo "$1 137" > verdict
    kill -KILL "$first" 2> /dev/null
}

# Asks every process but the namespace's first to end.
ask_to_end() {
    for process in $processes; do
        [ "$process" = "$first" ] || kill -TERM "$process" 2> /dev/null
    done
}

check_limits() {
    if [ "$memory_bytes" -gt "$MEMORY_BYTES" ]; then
        end_by_force MEMORY_LIMIT
    elif [ "$cpu_ms" -gt "$CPU_MS" ]; then
        end_by_force CPU_LIMIT
    elif [ $((now - began)) -gt "$WALL_MS" ]; then
        end_by_force TIME_LIMIT
    fi
}

# Every second: looking at many files takes its time.
check_checkpoints() {
    [ -e checkpoints ] || return 0
    set -- $(timeout 5 du -skx "$(cat checkpoints)" 2> /dev/null)
    [ $((${1:-0} * 1024)) -le "$CHECKPOINT_BYTES" ] || end_by_force CHECKPOINT_LIMIT
}

check_stop() {
    [ -e stop ] || return 0
    if [ -z "$asked" ]; then
        asked=$now
        echo STOPPED > verdict
        ask_to_end
    elif [ $((now - asked)) -gt "$GRACE_MS" ]; then
        end_by_force STOPPED
    fi
}

watch() {
    asked=
    first=
    most=0
    samples=0
    while sleep "$SAMPLE_SECONDS" && [ -e "/proc/$1" ]; do
        if [ -z "$first" ]; then
            { read -r first _ < "/proc/$1/task/$1/children"; } 2> /dev/null
            [ -n "$first" ] || continue
        fi
        read_clock
        read_tree "$first"
        [ "$memory_bytes" -le "$most" ] || most=$memory_bytes
        samples=$((samples + 1))
        if [ $((samples % SAMPLES_PER_HEARTBEAT)) = 1 ]; then
            echo "$now $cpu_ms $most" | publish heartbeat
            check_checkpoints
        fi
        echo "$cpu_ms $most" > sample
        check_limits
        check_stop
    done
}

confined() {
    set -- --mount --pid --net --ipc --uts --fork --kill-child=KILL /bin/sh "$SCRIPTS/confine.sh" "$RUN" "$SCRIPTS"
    [ -e user ] || set -- --user --map-root-user "$@"
    # When this shell dies, unshare dies, and with it the whole namespace.
    # What unshare itself has to say is not the tenant's to read.
    exec setpriv --pdeathsig KILL unshare "$@" 2> unshare.err
}

# cat is ended by the limit on its file, not by a count: it writes what it reads at once.
keep_log() {
    prlimit "--fsize=$LOG_BYTES" --core=0 cat > log
    cat > /dev/null
}

read_stat $$
echo "$$ $begun $(cat /proc/sys/kernel/random/boot_id)" > "supervisor.$$"
ln "supervisor.$$" supervisor 2> /dev/null || { rm "supervisor.$$"; exit 0; }
rm "supervisor.$$"
# Whoever started this shell waits for that line, then may die.
echo supervised
exec > supervisor.log 2>&1

rm -f log.pipe && mkfifo -m 600 log.pipe
keep_log < log.pipe 2> /dev/null &
logger=$!
read_stat $$
reaped_before=$reaped
read_clock
began=$now
echo "$began" | publish began
confined < /dev/null > log.pipe 2>&1 &
job=$!
watch "$job" &
watcher=$!

wait "$job"
code=$?
read_clock
ended=$now
read_stat $$
kill "$watcher" 2> /dev/null
wait "$watcher" "$logger" 2> /dev/null
cpu_ms=0
most=0
[ ! -e sample ] || read -r cpu_ms most < sample
# The watcher may have been ended between emptying the file and filling it.
cpu_ms=${cpu_ms:-0}
most=${most:-0}
reaped_ms=$(((reaped - reaped_before) * TICK_MS))
[ "$reaped_ms" -le "$cpu_ms" ] || cpu_ms=$reaped_ms

if [ -e verdict ]; then
    read -r exit forced < verdict
    code=${forced:-$code}
elif [ "$code" = 0 ]; then
    exit=SUCCEEDED
elif [ "$code" = 152 ]; then # SIGXCPU: one process alone passed the limit between two samples
    exit=CPU_LIMIT
else
    exit=FAILED
fi
echo "$exit $code $began $ended $cpu_ms $most" | publish end
rm -f log.pipe sample verdict

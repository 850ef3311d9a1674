# SPDX-License-Identifier: Apache-2.0
# Starts in a few seconds: a cache of classes that are read, linked and profiled (JDK 25, -XX:AOTCache), made in the
# background after the first start that had none. It holds for one build and one JDK; where it cannot be made, nothing
# else changes.
#
# aot_is_ready KIND, aot_cache KIND, aot_class_path, aot_train_later KIND FLAGS…: for start_application.
# bench_start: measures it.

AOT=$ROOT/target/aot
AOT_DELAY_SECONDS=30 # the user's own start comes first
AOT_START_SECONDS_MAX=180
AOT_TRIALS=3

aot_cache() { printf '%s/%s.aot' "$AOT" "$1"; }

# The class path with a jar in place of each folder: a cache knows jars only.
aot_class_path() {
  local entry
  while IFS= read -r entry; do
    [ ! -d "$entry" ] || entry=$(aot_jar "$entry")
    printf '%s\n' "$entry"
  done < <(class_path app | tr ':' '\n' | grep .) | paste -sd:
}

aot_jar() {
  local name=${1#"$ROOT"/}
  name=${name%/target/classes}
  printf '%s/%s.jar' "$AOT" "${name//\//-}"
}

aot_is_ready() {
  local cache entry
  cache=$(aot_cache "$1")
  [ -s "$cache" ] && [ "$cache" -nt "$ROOT/app/target/atrium.built" ] || return 1
  [ "$(cat "$cache.jdk" 2>/dev/null)" = "$(aot_jdk)" ] || return 1
  while IFS= read -r entry; do [ -s "$entry" ] || return 1; done < <(aot_class_path | tr ':' '\n')
}

aot_jdk() { cksum <"$JAVA_HOME/release"; }

# Lets the process that is about to become the application start first, then trains beside it; stops when it is gone.
aot_train_later() {
  local main=$$
  mkdir -p "$AOT" 2>/dev/null && [ -w "$AOT" ] || return 0
  (
    sleep "$AOT_DELAY_SECONDS"
    ! kill -0 "$main" 2>/dev/null || aot_train "$@" || true
  ) </dev/null >"$AOT/training.log" 2>&1 &
  disown
}

# aot_train KIND FLAGS…: an application of its own on a database of its own, asked for its front page and stopped.
aot_train() {
  local kind=$1 cache data status=0
  shift
  cache=$(aot_cache "$kind")
  (
    command -v flock >/dev/null && { exec 8>"$AOT/training.lock"; flock -n 8 || exit 0; }
    data=$(mktemp -d)
    trap 'rm -rf "$data" "$cache.new"' EXIT
    renice -n 19 "$BASHPID" >/dev/null 2>&1 || true
    unset ATRIUM_DB_URL ATRIUM_DB_USER ATRIUM_DB_PASSWORD
    aot_make_jars
    aot_run "$data" 0 "-XX:AOTCacheOutput=$cache.new" "$@" || status=$?
    [ -s "$cache.new" ] || exit 1
    aot_jdk >"$cache.jdk"
    mv "$cache.new" "$cache"
  )
}

aot_make_jars() {
  local entry jar
  while IFS= read -r entry; do
    [ -d "$entry" ] || continue
    jar=$(aot_jar "$entry")
    "$JAVA_HOME/bin/jar" --create --no-compress --file "$jar.new" -C "$entry" .
    mv "$jar.new" "$jar"
  done < <(class_path app | tr ':' '\n' | grep .)
}

# aot_run DATA PORT FLAGS…: starts on a port (0: any), waits until it answers, stops it; prints the milliseconds.
aot_run() {
  local data=$1 port=$2 begin process class_path=${AOT_CLASS_PATH:-$(aot_class_path)}
  shift 2
  [ "$port" != 0 ] || port=$(aot_free_port)
  begin=$(date +%s%N)
  "$JAVA" "$@" -cp "$class_path" io.atrium.Atrium --atrium.demo=true "--atrium.data=$data" "--server.port=$port" \
    >"$data/start.log" 2>&1 &
  process=$!
  while ! aot_answers "$port" /actuator/health/readiness; do
    kill -0 "$process" 2>/dev/null && [ $((($(date +%s%N) - begin) / 1000000000)) -lt "$AOT_START_SECONDS_MAX" ] ||
      { kill "$process" 2>/dev/null; cat "$data/start.log" >&2; return 1; }
    sleep 0.05
  done
  echo $((($(date +%s%N) - begin) / 1000000))
  aot_answers "$port" / && aot_answers "$port" /sign-in || true
  kill "$process"
  wait "$process" 2>/dev/null || true
}

aot_answers() {
  local line
  exec 7<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&7
  IFS= read -r -t 10 line <&7 || line=
  cat <&7 >/dev/null 2>&1
  exec 7>&-
  [[ $line == *" 200"* ]]
} 2>/dev/null

aot_free_port() {
  local port
  for port in $(seq $((20000 + RANDOM % 20000)) 60000); do
    (exec 7<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# Warm starts of the demo, with the cache and without, each the median of a few.
bench_start() {
  local data flags
  read -ra flags <<<"$(java_flags demo)"
  build_module app
  mkdir -p "$AOT"
  say "making the cache"
  aot_is_ready demo || aot_train demo "${flags[@]}" >/dev/null || die "the cache could not be made" "See $AOT/training.log."
  data=$(mktemp -d)
  say "filling a database"
  aot_run "$data" 0 "${flags[@]}" >/dev/null
  say "starting $AOT_TRIALS times each"
  local without with
  without=$(AOT_CLASS_PATH=$(class_path app) median_start "$data" "${flags[@]}")
  with=$(median_start "$data" "-XX:AOTCache=$(aot_cache demo)" "${flags[@]}")
  rm -rf "$data"
  if [ "${1-}" = --json ]; then
    printf '{"bench":"start","rows":[{"figure":"warm start with cache","unit":"ms","value":%s,"peer":"without cache","peer_value":%s,"limit":4000}]}\n' \
      "$with" "$without"
  else
    printf 'start\nwarm start with the cache  %6s ms  (limit 4000)\nwithout it                 %6s ms\n' "$with" "$without"
  fi
}

median_start() {
  local trial data=$1
  shift
  for trial in $(seq "$AOT_TRIALS"); do aot_run "$data" 0 "$@"; done | sort -n | sed -n "$(((AOT_TRIALS + 1) / 2))p"
}

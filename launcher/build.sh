# SPDX-License-Identifier: Apache-2.0
# build_module MODULE: compiles a module and what it needs, when a source is newer than the last build.
# class_path MODULE: what the JVM needs to run it.

BUILD_LOG=$ROOT/target/build.log

maven() {
  command -v mvn >/dev/null || die "Maven was not found" "Install it (Debian: apt-get install maven) and try again."
  mvn -B -f "$ROOT/pom.xml" "$@"
}

# Everything that a build of the modules reads.
source_files() {
  cd "$ROOT"
  find pom.xml ./*/pom.xml engines/*/pom.xml .mvn policies app/src/main cli/src/main bench/src/main codegen/src/main \
    postgres/src/main engines/*/src/main -type f "$@" 2>/dev/null || true
}

is_built() {
  local stamp=$ROOT/$1/target/atrium.built jar
  [ -f "$stamp" ] && [ -d "$ROOT/$1/target/classes" ] && [ -f "$ROOT/$1/target/classpath.txt" ] || return 1
  [ "$(cat "$stamp")" = "$(list_of_sources)" ] || return 1
  [ -z "$(source_files -newer "$stamp" -print -quit)" ] || return 1
  while IFS= read -r jar; do [ -e "$jar" ] || return 1; done < <(tr ':' '\n' <"$ROOT/$1/target/classpath.txt")
}

# Tells when a file was added, deleted or renamed.
list_of_sources() { source_files -print | LC_ALL=C sort | cksum; }

build_module() {
  ! is_built "$1" || return 0
  mkdir -p "$ROOT/target" 2>/dev/null && [ -w "$ROOT/target" ] ||
    die "cannot write to $ROOT/target" "Give the checkout to the user who builds, or clone it anew."
  exec 9>"$ROOT/target/build.lock"
  if command -v flock >/dev/null && ! flock -n 9; then
    say "Waiting for another build of this checkout …"
    flock 9
    if is_built "$1"; then exec 9>&-; return 0; fi
  fi
  local sources started=$SECONDS
  sources=$(list_of_sources)
  say "Building Atrium (only after changes) …"
  forget_removed_files "$sources"
  rm -f "$ROOT/$1/target/atrium.built"
  touch "$ROOT/target/build.started"
  if ! maven -pl "$1" -am -Dquick -Dmaven.test.skip=true -Datrium.classpath process-classes 2>&1 9>&- |
    tee "$BUILD_LOG" | show_progress; then
    grep -E '^\[ERROR\]' "$BUILD_LOG" | head -15 >&2 || true
    die "the build failed" "The whole output is in $BUILD_LOG."
  fi
  printf '%s\n' "$sources" >"$ROOT/$1/target/atrium.built"
  touch -r "$ROOT/target/build.started" "$ROOT/$1/target/atrium.built"
  say "Built in $((SECONDS - started)) s."
  exec 9>&-
}

# Compilers and copiers leave alone what they made from a file that is gone, such as a renamed migration.
# All modules begin anew then, for each of them reads what another one made.
forget_removed_files() {
  local list=$ROOT/target/sources.list
  [ "$(cat "$list" 2>/dev/null)" != "$1" ] || return 0
  rm -rf "$ROOT"/*/target/classes "$ROOT"/engines/*/target/classes "$ROOT"/app/target/generated-sources/jte
  rm -f "$ROOT"/*/target/atrium.built
  printf '%s\n' "$1" >"$list"
}

# Module names and counted downloads, on stderr; on a terminal the count moves on one line.
show_progress() {
  local terminal=0
  [ ! -t 2 ] || terminal=1
  awk -v terminal="$terminal" '
    function bytes(text,   number) {
      number = text + 0
      if (text ~ /MB/) return number * 1000000
      if (text ~ /kB|KB/) return number * 1000
      return number
    }
    function downloads() { return sprintf("  %d downloads, %.1f MB", files, size / 1000000) }
    function clear_line() { if (terminal && files) printf "\r\033[K" > "/dev/stderr" }
    /^(\[INFO\] )?Downloaded from / {
      files++
      if (match($0, /\([0-9.]+ [kKM]?B/)) size += bytes(substr($0, RSTART + 1, RLENGTH))
      if (terminal) printf "\r\033[K%s", downloads() > "/dev/stderr"
      else if (files % 100 == 0) print downloads() > "/dev/stderr"
    }
    /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]/ {
      clear_line()
      name = $0
      sub(/^\[INFO\] Building /, "", name)
      sub(/ [0-9][^ ]* +/, " ", name)
      print "  " name > "/dev/stderr"
    }
    END { clear_line(); if (files) print downloads() > "/dev/stderr" }'
}

class_path() { printf '%s:%s' "$ROOT/$1/target/classes" "$(cat "$ROOT/$1/target/classpath.txt")"; }

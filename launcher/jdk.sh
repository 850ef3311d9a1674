# SPDX-License-Identifier: Apache-2.0
# find_jdk: sets JAVA_HOME and JAVA to a JDK 25 or newer, or says how to get one.

JDK_VERSION_MIN=25

is_new_enough() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] && [ "$version" -ge "$JDK_VERSION_MIN" ]
}

home_of_java_on_path() {
  local java
  java=$(command -v java) || return 0
  java=$(readlink -f "$java" 2>/dev/null || echo "$java")
  dirname "$(dirname "$java")"
}

jdk_candidates() {
  printf '%s\n' "${JAVA_HOME-}" "$(home_of_java_on_path)"
  printf '%s\n' /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v "$JDK_VERSION_MIN+" 2>/dev/null || true
}

find_jdk() {
  local home
  while IFS= read -r home; do
    [ -n "$home" ] && is_new_enough "$home" || continue
    export JAVA_HOME=$home
    JAVA=$home/bin/java
    return
  done < <(jdk_candidates)
  die "no JDK $JDK_VERSION_MIN was found (looked at JAVA_HOME, PATH, /usr/lib/jvm, /opt, SDKMAN)" \
    "Get one: https://adoptium.net/temurin/releases/?version=$JDK_VERSION_MIN" \
    "or 'sdk install java $JDK_VERSION_MIN-tem', and set JAVA_HOME if it lies elsewhere."
}

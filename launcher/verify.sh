# SPDX-License-Identifier: Apache-2.0
# run_tests, check_sources, format_sources, write_rows, write_routes, take_screenshots, prove: what the project's own people run.

# Debian packages that the tests need: a browser with Chinese glyphs for e2e, a real Slurm for its execution engine.
TEST_PACKAGES="chromium fonts-noto-cjk slurm-wlm slurmrestd slurm-wlm-jwt-plugin munge"

run_tests() {
  local install=0 started=$SECONDS status=0
  case ${1-} in
    '') ;;
    --install) install=1 ;;
    *) wrong_usage "test has no option $1" ;;
  esac
  [ "$install" = 0 ] || install_test_packages
  [ "$install" = 1 ] || name_missing_packages
  find "$ROOT" -path '*/target/*-reports/TEST-*.xml' -delete
  forget_quick_builds
  maven -ntp --fail-at-end -T 2 verify || status=1
  summarise "$install" "$status" $((SECONDS - started))
}

# What is missing is read whole before it is judged: 'grep -q' leaves early, and under pipefail the writer's broken
# pipe would count as "nothing is missing".
install_test_packages() {
  local missing
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    die "--install needs root on Debian or Ubuntu" "Missing: $(echo "$missing" | tr '\n' ' ')"
  fi
  say "Installing $TEST_PACKAGES …"
  apt-get update -qq >&2
  # shellcheck disable=SC2086 # a list of words
  without_daemons env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $TEST_PACKAGES >&2
}

# On an ordinary Debian, packages such as munge and Slurm start daemons as they are installed. A policy-rc.d that forbids
# it stands there meanwhile, unless the machine has one of its own.
without_daemons() (
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  "$@"
)

missing_packages() {
  command -v chromium >/dev/null || echo chromium
  [ -n "$(find /usr/share/fonts -iname '*cjk*' -print -quit 2>/dev/null)" ] || echo fonts-noto-cjk
  [ -x /usr/sbin/slurmctld ] && [ -x /usr/sbin/slurmd ] || echo slurm-wlm
  [ -x /usr/sbin/slurmrestd ] || echo slurmrestd
  [ -x /usr/sbin/munged ] || echo munge
  [ -n "$(find /usr/lib -path '*slurm*' -name 'auth_jwt.so' -print -quit 2>/dev/null)" ] || echo slurm-wlm-jwt-plugin
}

name_missing_packages() {
  local package
  for package in $(missing_packages); do
    case $package in
      chromium | fonts-noto-cjk) say "Tests in a browser are skipped without $package: apt-get install --no-install-recommends $package" ;;
      *) say "Tests on a real Slurm are skipped without $package: './atrium test --install' gets it without starting its daemons" ;;
    esac
  done
}

# summarise INSTALLED MAVEN_STATUS SECONDS: the closing line, and the names of what failed or was skipped.
summarise() {
  local counts failed skipped
  counts=$(find "$ROOT" -path '*/target/*-reports/TEST-*.xml' -exec cat {} + | awk '
    function number(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    /<testsuite / { tests += number("tests"); failed += number("errors") + number("failures"); skipped += number("skipped") }
    END { print tests - failed - skipped, failed + 0, skipped + 0 }')
  failed=$(echo "$counts" | cut -d' ' -f2)
  skipped=$(echo "$counts" | cut -d' ' -f3)
  [ "$skipped" = 0 ] || name_skipped
  say "$3 s"
  echo "${counts%% *} passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ] || exit 1
  [ "$2" = 0 ] || die "not everything was tested: the build broke, see the lines with ERROR above"
  [ "$1" = 0 ] || [ "$skipped" = 0 ] || die "with --install nothing may be skipped"
}

name_skipped() {
  find "$ROOT" -path '*/target/*-reports/TEST-*.xml' -exec awk '
    /<testcase / { name = $0; sub(/.* name="/, "", name); sub(/".*/, "", name); class = $0; sub(/.* classname="/, "", class); sub(/".*/, "", class) }
    /<skipped/ { why = $0; if (!sub(/.*message="/, "", why)) why = "no reason given"; sub(/".*/, "", why); print "skipped " class "." name ": " why }' {} + >&2
}

# Classes of a build with -Dquick were not checked: make the compiler look at every file again.
forget_quick_builds() { rm -rf "$ROOT"/*/target/maven-status "$ROOT"/engines/*/target/maven-status; }

check_sources() {
  forget_quick_builds
  maven -ntp -q -Pformat -Dquick spotless:check || die "some files are not formatted" "Run './atrium fmt'."
  maven -ntp -q test-compile
  say "Format, Error Prone and NullAway agree."
}

format_sources() { maven -ntp -q -Pformat -Dquick spotless:apply; }

# docs/reference/ux-rows.md, from the list of rows and the tags of the tests; reads sources only.
write_rows() { "$JAVA" "$ROOT/app/src/test/java/io/atrium/reference/UxRows.java" "$ROOT"; }

# docs/reference/routes.md, from what the started application answers to.
write_routes() {
  maven -ntp -q -Dquick -pl app -am test -Dtest=RoutesTest -Dsurefire.failIfNoSpecifiedTests=false -Datrium.write=true
}

# docs/images of README, taken from the demo.
take_screenshots() {
  maven -ntp -q -Dquick -pl e2e -am test -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false
}

# The long proofs: the same tests as in 'test', with their full share of work.
prove() {
  case ${1-} in
    ledger) maven -ntp -pl app -am test -Dtest='*CrashPointTest' -Dsurefire.failIfNoSpecifiedTests=false -Datrium.prove=true ;;
    compute) maven -ntp -Dquick -pl app -am test -Dtest=ComputeProofTest -Dsurefire.failIfNoSpecifiedTests=false -Datrium.prove=true ${2:+"-Datrium.kills=$2"} ;;
    nodes) maven -ntp -Dquick -pl app -am test -Dtest=NodesProof,InterruptionsProof -Dsurefire.failIfNoSpecifiedTests=false -Datrium.prove=true ${2:+"-Datrium.kills=$2"} ;;
    policy) maven -ntp -Dquick -pl bench -am test -Dtest=PolicyProofTest -Dsurefire.failIfNoSpecifiedTests=false -Datrium.prove=true ;;
    slurm) maven -ntp -Dquick -pl app -am test -Dtest=SlurmFaultsTest,SlurmInterruptionsTest -Dsurefire.failIfNoSpecifiedTests=false -Datrium.prove=true ${2:+"-Datrium.kills=$2"} ;;
    axe) maven -ntp -Dquick -pl e2e -am test -Dtest='EveryPageTest,PublicPagesTest,KeyboardTest,NoScriptTest' -Dsurefire.failIfNoSpecifiedTests=false -Datrium.prove=true ;;
    deadlines) maven -ntp -Dquick -pl app -am test -Dtest=DeadlineProofTest -Dsurefire.failIfNoSpecifiedTests=false -Datrium.prove=true ;;
    '') wrong_usage "prove needs a name: ledger, compute, nodes, policy, slurm, deadlines, axe" ;;
    *) wrong_usage "there is no proof '$1'; there are: ledger, compute, nodes, policy, slurm, deadlines, axe" ;;
  esac
}

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Stays as the first process of the run, inside its root and without privileges outside: starts the tenant's command
# as an ordinary user in a user namespace of its own, reaps orphans, and passes on the exit code.
set -eu
# One more user namespace, the command's own: the command can make none.
echo 1 > /proc/sys/user/max_user_namespaces
echo 1000 > /proc/self/oom_score_adj
unshare --user --map-user=1000 --map-group=1000 setpriv --no-new-privs /bin/sh /run/launch.sh &
set +e
wait $!

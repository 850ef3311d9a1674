#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# First process of a run's namespaces: builds the run's own root, enters it, and gives up its privileges.
# Any step that fails ends the run before the tenant's command is reached. Usage: confine.sh RUN_FOLDER SCRIPTS_FOLDER
set -eu
exec 2>&1
RUN=$1
SCRIPTS=$2
cd "$RUN"
. ./limits
step='mounting its root'
exec 9> unconfined
trap 'echo "failed at $step" >&9' EXIT

INODES_MAX=$((DISK_BYTES / 16384 + 1024))
ROOT=$RUN/root

# Shows SOURCE read-only at TARGET, with everything that is mounted below it.
show() {
    mount --rbind "$1" "$2"
    while read -r _ _ _ _ at _; do
        at=$(printf '%b' "$at")
        case $at/ in
            "$2"/*)
                mount -o remount,bind,ro,nosuid,nodev "$at" 2> /dev/null \
                    || mount -o remount,bind,ro,nosuid,nodev,noexec "$at" ;;
        esac
    done < /proc/self/mountinfo
}

show_folder() {
    mkdir -p "$2"
    show "$1" "$2"
}

mkdir -p "$ROOT"
mount -t tmpfs -o size=1m,nr_inodes=512,mode=755,nosuid,nodev atrium "$ROOT"
cd "$ROOT"
mkdir -p usr etc dev proc run work tmp inputs opt/java old

step='showing the system folders'
show_folder /usr "$ROOT/usr"
for name in bin sbin lib lib32 lib64 libx32; do
    if [ -L "/$name" ]; then
        ln -s "usr/$name" "$name"
    elif [ -d "/$name" ]; then
        show_folder "/$name" "$ROOT/$name"
    fi
done
for name in /etc/alternatives /etc/java-*; do
    [ ! -d "$name" ] || show_folder "$name" "$ROOT$name"
done
cp /etc/ld.so.cache etc/
echo 'job:x:1000:1000:job:/work:/bin/sh' > etc/passwd
echo 'job:x:1000:' > etc/group
step='showing the JDK'
show "$JAVA" "$ROOT/opt/java"

step='showing the inputs'
while read -r name && read -r source; do
    if [ -d "$source" ]; then
        mkdir "inputs/$name"
    else
        : > "inputs/$name"
    fi
    show "$source" "$ROOT/inputs/$name"
done < "$RUN/inputs"

step='showing the devices'
for name in null zero full random urandom; do
    : > "dev/$name"
    mount --bind "/dev/$name" "dev/$name"
    mount -o remount,bind,nosuid,noexec "$ROOT/dev/$name"
done
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr

# All that the run may write is one file system of the size that it may fill.
step='mounting its disk'
mount -t tmpfs -o "size=$DISK_BYTES,nr_inodes=$INODES_MAX,mode=755,nosuid,nodev" disk "$ROOT/work"
mkdir -m 1777 work/.tmp work/.shm
mkdir dev/shm
chmod 1777 work
mount --bind work/.tmp tmp
mount --bind work/.shm dev/shm

if [ -e "$RUN/checkpoints" ]; then
    step='showing its checkpoints'
    read -r kept < "$RUN/checkpoints"
    # The run before had another user.
    [ ! -e "$RUN/user" ] || chown -Rh "$(cat "$RUN/user"):$(cat "$RUN/user")" "$kept"
    chmod 700 "$kept"
    mkdir checkpoints
    mount --bind "$kept" "$ROOT/checkpoints"
    mount -o remount,bind,rw,nosuid,nodev "$ROOT/checkpoints"
fi

step='mounting /proc'
mount -t proc -o nosuid,nodev,noexec proc "$ROOT/proc"
hostname job
step='entering its root'
cp "$SCRIPTS/first.sh" "$RUN/launch.sh" run/
chmod 555 run/first.sh run/launch.sh
user=
[ ! -e "$RUN/user" ] || read -r user < "$RUN/user"

pivot_root . old
cd /
PATH=/usr/sbin:/usr/bin:/sbin:/bin
umount -l /old
rmdir /old
mount -o remount,bind,ro,nosuid,nodev /
trap - EXIT
exec 9>&-
cd /work
# The processor limit of the rlimit is per process and a second late, so that the watcher speaks first.
set -- prlimit "--nproc=$PROCESSES" "--data=$MEMORY_BYTES" "--cpu=$((CPU_MS / 1000 + 2))" \
    "--fsize=$DISK_BYTES" --nofile=4096 --core=0 --memlock=0 --msgqueue=0 --
if [ -n "$user" ]; then
    set -- "$@" setpriv --reuid "$user" --regid "$user" --clear-groups --inh-caps=-all --pdeathsig KILL \
        unshare --user --map-root-user
fi
exec "$@" /bin/sh /run/first.sh

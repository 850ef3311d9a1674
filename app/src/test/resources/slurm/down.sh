#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# down.sh FOLDER: cancels what runs, then stops every daemon that up.sh started, by its pid file.
folder=$1
export SLURM_CONF="$folder/slurm.conf"
for job in $(timeout 5 squeue -h -o %A 2>/dev/null); do timeout 5 scancel -f "$job"; done
for _ in $(seq 25); do
  [ -z "$(timeout 5 squeue -h -t running,completing 2>/dev/null)" ] && break
  sleep 0.2
done
pids() { cat "$folder"/run/*.pid "$folder/munge/munged.pid" 2>/dev/null; }
for pid in $(pids); do kill "$pid" 2>/dev/null; done
for _ in $(seq 25); do
  alive=0
  for pid in $(pids); do kill -0 "$pid" 2>/dev/null && alive=1; done
  [ "$alive" = 0 ] && exit 0
  sleep 0.2
done
for pid in $(pids); do kill -9 "$pid" 2>/dev/null; done
exit 0

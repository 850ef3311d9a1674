#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# up.sh FOLDER CONTROLLER_PORT NODE_PORT REST_PORT: a real Slurm of one node with eight pretended GPUs, on loopback only.
# Keys, sockets, state and logs lie in FOLDER; 'down.sh FOLDER' stops what was started here, by its pid files.
set -eu
folder=$1 controller=$2 node=$3 rest=$4 host=$(hostname -s)
mkdir -p "$folder/state" "$folder/spool/gpu001" "$folder/log" "$folder/run" "$folder/munge" "$folder/gpus" "$folder/work"
chmod 755 "$folder" "$folder"/*

(umask 077; dd if=/dev/urandom of="$folder/munge/munge.key" bs=128 count=1 2>/dev/null)
chown -R munge: "$folder/munge"; chmod 711 "$folder/munge"; chmod 400 "$folder/munge/munge.key"
runuser -u munge -- /usr/sbin/munged --key-file="$folder/munge/munge.key" --socket="$folder/munge/munge.socket" \
  --pid-file="$folder/munge/munged.pid" --log-file="$folder/munge/munged.log" --seed-file="$folder/munge/munged.seed"

(umask 077; dd if=/dev/urandom of="$folder/state/jwt_hs256.key" bs=32 count=1 2>/dev/null)
chown -R slurm: "$folder/state" "$folder/log" "$folder/run"; chmod 600 "$folder/state/jwt_hs256.key"
chown nobody "$folder/work"

cat >"$folder/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=slurm
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge/munge.socket
CredType=cred/munge
AuthAltTypes=auth/jwt
AuthAltParameters=jwt_key=$folder/state/jwt_hs256.key
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmctldPort=$controller
SlurmctldPidFile=$folder/run/slurmctld.pid
SlurmdPidFile=$folder/run/slurmd-%n.pid
SlurmdSpoolDir=$folder/spool/%n
StateSaveLocation=$folder/state
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/spool/slurmd-%n.log
SlurmctldParameters=idle_on_node_suspend
SlurmdParameters=config_overrides
ReturnToService=2
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SwitchType=switch/none
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
GresTypes=gpu
AccountingStorageType=accounting_storage/none
KillWait=2
SlurmctldTimeout=30
SlurmdTimeout=30
NodeName=gpu001 NodeHostname=$host NodeAddr=127.0.0.1 Port=$node CPUs=64 Boards=1 SocketsPerBoard=2 CoresPerSocket=32 ThreadsPerCore=1 RealMemory=1031000 Gres=gpu:h800:8 State=UNKNOWN
PartitionName=train Nodes=gpu001 Default=YES MaxTime=INFINITE State=UP
CONF
# A GPU without a file is dropped; an empty one is enough.
for gpu in 0 1 2 3 4 5 6 7; do : >"$folder/gpus/nvidia$gpu"; done
echo "NodeName=gpu001 Name=gpu Type=h800 File=$folder/gpus/nvidia[0-7]" >"$folder/gres.conf"

export SLURM_CONF="$folder/slurm.conf"
wait_for() { # wait_for WORD COMMAND…: up to ten seconds
  word=$1; shift
  for _ in $(seq 50); do
    timeout 2 "$@" 2>/dev/null | grep -q "$word" && return 0
    sleep 0.2
  done
  echo "no '$word' from: $*" >&2; tail -5 "$folder"/log/*.log >&2; return 1
}
/usr/sbin/slurmctld -i </dev/null >>"$folder/log/out" 2>&1
wait_for UP scontrol ping
/usr/sbin/slurmd -N gpu001 </dev/null >>"$folder/log/out" 2>&1
# slurmrestd refuses to be root or Slurm's own user.
runuser -u nobody -- env SLURM_CONF="$SLURM_CONF" SLURM_JWT=daemon \
  /usr/sbin/slurmrestd -a rest_auth/jwt -s openapi/v0.0.38 "127.0.0.1:$rest" </dev/null >"$folder/log/slurmrestd.log" 2>&1 &
echo $! >"$folder/run/slurmrestd.pid"
wait_for idle sinfo -h -N -o %T
scontrol token username=nobody lifespan=3600 | cut -d= -f2 >"$folder/token"
chmod 600 "$folder/token"

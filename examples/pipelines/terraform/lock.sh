#!/usr/bin/env bash
# Writes .terraform.lock.hcl of every declared stack: lock.sh [--upgrade] [ARG ...]
# From then on init takes that provider version and no other, and refuses one with another checksum.
# --upgrade moves to the newest version that the stacks accept; else the locked one stays.
# Other arguments go to `terraform providers lock`, such as -fs-mirror=DIR or -net-mirror=URL.
# PLATFORMS: where plans are made, by default Linux and macOS on both processors.
set -euo pipefail
here=$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source-path=SCRIPTDIR source=settings.sh
. "$here/settings.sh"

platforms=()
for platform in ${PLATFORMS:-linux_amd64 linux_arm64 darwin_amd64 darwin_arm64}; do
  platforms+=("-platform=$platform")
done

requirements() { sed -n '/^  required_providers {/,/^  }/p' "$out/stacks/$1/cdk.tf"; }

upgrade=
if [ "${1-}" = --upgrade ]; then
  upgrade=yes
  shift
fi

# A platform is a download of 150 MB: stacks with the same requirements get the same file.
first=''
for stack in $(declared_stacks); do
  folder=$out/stacks/$stack
  lock=$folder/.terraform.lock.hcl
  old=''
  if [ -n "$upgrade" ] && [ -f "$lock" ]; then
    old=$(cat "$lock")
    rm "$lock"
  fi
  if [ -n "$first" ] && [ "$(requirements "$stack")" = "$(requirements "$first")" ]; then
    cp "$out/stacks/$first/.terraform.lock.hcl" "$folder/"
  else
    "$terraform" -chdir="$folder" providers lock -no-color "${platforms[@]}" "$@" >&2 || {
      [ -z "$old" ] || printf '%s\n' "$old" >"$lock"
      fail "$stack: could not be locked; its lock file is as it was"
    }
    first=${first:-$stack}
  fi
  say "$folder/.terraform.lock.hcl"
done

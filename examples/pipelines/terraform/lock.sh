#!/usr/bin/env bash
# Writes the .terraform.lock.hcl of every declared stack: lock.sh [--upgrade] [ARG ...]
# From then on, init uses exactly that provider version, and refuses it if its checksum differs.
# With --upgrade, locks the newest version that the stacks accept. Otherwise, keeps the locked version.
# Other arguments are passed to `terraform providers lock`, such as -fs-mirror=DIR or -net-mirror=URL.
# PLATFORMS: the platforms that make plans; by default Linux and macOS, on x86 and ARM.
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

# Each platform is a 150 MB download, so stacks with the same requirements get a copy of the same file.
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

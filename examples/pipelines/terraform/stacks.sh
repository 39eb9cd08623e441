#!/usr/bin/env bash
# Lists the declared stacks in the order of deployment, one per line. With --github, prints three lines for
# a matrix: regions=["…"], networks=["…"] (accelerators and private-network), and dns=["…"] (dns and private-dns).
set -euo pipefail
here=$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source-path=SCRIPTDIR source=settings.sh
. "$here/settings.sh"

json() {
  local list
  list=$(cat)
  [ -z "$list" ] || list="\"${list//$'\n'/\",\"}\""
  printf '[%s]\n' "$list"
}

of_kind() {
  local stack
  for stack in $all; do
    [ "$(kind "$stack")" != "$1" ] || printf '%s\n' "$stack"
  done
}

all=$(declared_stacks)
case ${1-} in
  '') printf '%s\n' "$all" ;;
  --github)
    printf 'regions=%s\n' "$(of_kind region | json)"
    printf 'networks=%s\n' "$(of_kind network | json)"
    printf 'dns=%s\n' "$(of_kind dns | json)"
    ;;
  *) fail "unknown argument $1" ;;
esac

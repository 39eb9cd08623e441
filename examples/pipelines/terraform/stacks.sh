#!/usr/bin/env bash
# Lists the declared stacks in the order of deployment, one per line. With --github, prints two lines for
# a matrix: regions=["…"] and dns=["…"].
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

all=$(declared_stacks)
case ${1-} in
  '') printf '%s\n' "$all" ;;
  --github)
    printf 'regions=%s\n' "$({ grep -v -e '-dns$' <<<"$all" || true; } | json)"
    printf 'dns=%s\n' "$({ grep -e '-dns$' <<<"$all" || true; } | json)"
    ;;
  *) fail "unknown argument $1" ;;
esac

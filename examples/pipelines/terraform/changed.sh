#!/usr/bin/env bash
# Prints whether the plan of a stack has changes, in the form of a GitHub output: changed=true.
set -euo pipefail
here=$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source-path=SCRIPTDIR source=settings.sh
. "$here/settings.sh"

stack=${1:?name a stack}
[ -f "$plans/$stack.tfplan" ] || fail "$stack has no plan; run plan.sh $stack"
if grep -q '^No changes\.' "$plans/$stack.txt"; then
  echo changed=false
else
  echo changed=true
fi

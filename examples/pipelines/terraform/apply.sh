#!/usr/bin/env bash
# Applies exactly what plan.sh planned: apply.sh [--force] STACK ... | --all
# Refuses a plan that changes too many record sets of a zone, unless --force or GUARD_FORCE=true allows it.
# Refuses a plan if its stack or lock file changed since; Terraform refuses it if the state changed.
# Stops at the first failure, so that DNS never points to a region that failed. Exit code 2: a DNS
# stack or a network stack (an accelerator or private-network) waited for stacks that are now applied, or its
# plan is older than their new outputs. Plan it, review, apply.
set -euo pipefail
here=$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source-path=SCRIPTDIR source=settings.sh
. "$here/settings.sh"

[ -d "$plans" ] || fail "there is no folder $plans; run plan.sh"
force=''
[ "${GUARD_FORCE-}" != true ] || force=yes
if [ "${1-}" = --force ]; then
  force=yes
  shift
fi
chosen=$(chosen_stacks "$@")
folder_of_plans=$(cd "$plans" && pwd -P)

# Check all plans before applying the first.
waiting='' ready=''
for stack in $chosen; do
  if [ ! -f "$plans/$stack.tfplan" ]; then
    grep -qs '^Waits for' "$plans/$stack.txt" || fail "$stack has no plan; run plan.sh $stack"
    waiting+=" $stack"
    continue
  fi
  was=$(cat "$plans/$stack.from") || fail "$stack: $plans/$stack.from is missing; plan it again"
  now=$(fingerprint "$stack")
  lock=$out/stacks/$stack/.terraform.lock.hcl
  if [ ! -f "$lock" ] && grep -qF " $lock" <<<"$was"; then
    fail "$stack: it was planned with a lock file that is not here; commit one (lock.sh), and plan it again"
  fi
  if [ "$was" != "$now" ]; then
    changed=$({ diff <(printf '%s\n' "$was") <(printf '%s\n' "$now") || true; } |
      sed -n 's/^[<>] [^ ]* //p' | sort -u)
    fail "$stack: the plan is stale, changed since: ${changed//$'\n'/, }; plan it again"
  fi
  [ -f "$plans/$stack.guard" ] || fail "$stack: $plans/$stack.guard is missing; plan it again"
  if [ -s "$plans/$stack.guard" ]; then
    cat "$plans/$stack.guard" >&2
    [ -n "$force" ] ||
      fail "$stack: the change guard refuses this plan; if you want it, run apply.sh --force $stack"
    say "$stack: --force overrides the change guard"
  fi
  ready+=" $stack"
done

moved=''
for stack in $ready; do
  older=''
  for read in $(read_stacks "$stack"); do
    [[ " $moved " != *" $read "* ]] || older+=" $read"
  done
  if [ -n "$older" ]; then
    say "$stack: its plan is older than the new outputs of:$older"
    waiting+=" $stack"
    continue
  fi
  init "$out/stacks/$stack" || fail "$stack: init failed"
  "$terraform" -chdir="$out/stacks/$stack" apply -no-color "$folder_of_plans/$stack.tfplan" >&2 ||
    fail "$stack: not applied, and nothing after it; if its plan is stale, plan it again"
  : >"$plans/$stack.applied"
  ! changes_outputs "$stack" || moved+=" $stack"
  say "$stack: applied"
done

if [ -n "$waiting" ]; then
  say "${waiting# } waited for its regions: run plan.sh${waiting}, review, apply"
  exit 2
fi

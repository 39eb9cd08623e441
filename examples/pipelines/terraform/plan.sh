#!/usr/bin/env bash
# Plans stacks: plan.sh [--no-detailed-exitcode] STACK ... | --all
# For each stack, writes plans/STACK.tfplan to apply, plans/STACK.txt to read, and plans/STACK.from (what
# the plan was made from). For plans that change record sets, plans/STACK.md says whose answers change, and
# what is missing for how long. If the change guard finds that too many record sets change, plans/STACK.guard
# says so, apply.sh refuses the plan without --force, and plans/STACK.txt ends with it. Exit codes: 0 no
# changes; 2 changes (0 with --no-detailed-exitcode); 1 an error, after all other stacks are planned.
#
# DNS is planned after the regions. If a region's plan changes its outputs, a plan of DNS would use the
# old outputs, or fail because there are no outputs yet. DNS therefore waits until the region is applied.
# Accelerators and private-network wait for the regions in the same way, and DNS waits for them. All of this applies
# to private-dns too.
set -euo pipefail
here=$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source-path=SCRIPTDIR source=settings.sh
. "$here/settings.sh"

plan() {
  local stack=$1 folder=$out/stacks/$1 code=0 target
  target=$(cd "$plans" && pwd -P)/$stack
  init "$folder" || return 1
  "$terraform" -chdir="$folder" plan -no-color -detailed-exitcode -out="$target.tfplan" >&2 || code=$?
  case $code in
    0 | 2) ;;
    *) return 1 ;;
  esac
  "$terraform" -chdir="$folder" show -no-color "$target.tfplan" >"$target.txt" || return 1
  guard "$folder" "$target" || return 1
  fingerprint "$stack" >"$target.from"
  return "$code"
}

# Writes what clients notice, and what the change guard finds; an empty file if it finds nothing.
guard() {
  local folder=$1 target=$2 code=0 compared=0
  : >"$target.guard"
  grep -q '^  # .*aws_route53_record' "$target.txt" || return 0
  "$terraform" -chdir="$folder" show -json "$target.tfplan" >"$target.json" || return 1
  "$meridian" guard "$target.json" >"$target.guard" || code=$?
  "$meridian" compare --plan "$target.json" --markdown >"$target.md" || compared=$?
  rm -f "$target.json"
  case $code in
    0) : >"$target.guard" ;;
    1) { echo && cat "$target.guard"; } >>"$target.txt" ;;
    *)
      say "the change guard could not be asked: $meridian guard ended with $code"
      return 1
      ;;
  esac
  [ "$compared" -le 1 ] || {
    say "the plan could not be compared: $meridian compare ended with $compared"
    return 1
  }
}

# The stacks before a stack whose plans change outputs and are not applied yet, or that wait themselves.
awaited_stacks() {
  local stack
  for stack in $(read_stacks "$1"); do
    if grep -qs '^Waits for' "$plans/$stack.txt"; then
      printf ' %s' "$stack"
      continue
    fi
    [ ! -f "$plans/$stack.tfplan" ] || [ -f "$plans/$stack.applied" ] || ! changes_outputs "$stack" ||
      printf ' %s' "$stack"
  done
}

changes=2
if [ "${1-}" = --no-detailed-exitcode ]; then
  changes=0
  shift
fi
mkdir -p "$plans"
chosen=$(chosen_stacks "$@")
case "${TF_CLI_ARGS-} ${TF_CLI_ARGS_plan-} $*" in
  *-destroy*--all*) fail "DNS must go before the regions it reads: destroy dns and private-dns first, then accelerators and private-network, then each region by name" ;;
esac
result=0
for stack in $chosen; do
  rm -f "$plans/$stack".{tfplan,txt,md,from,applied,guard}
  awaited=$(awaited_stacks "$stack")
  if [ -n "$awaited" ]; then
    printf 'Waits for new outputs of:%s\n' "$awaited" >"$plans/$stack.txt"
    say "$stack waits for new outputs of:$awaited"
    continue
  fi
  code=0
  plan "$stack" || code=$?
  case $code in
    0)
      say "$stack: no changes"
      [ "$(imports "$stack")" = 0 ] ||
        say "$stack: its import blocks are spent: delete the .imports.yaml file of the declaration, and run $meridian synth"
      ;;
    2)
      say "$stack: changes, see $plans/$stack.txt"
      [ ! -s "$plans/$stack.guard" ] || say "$stack: the change guard refuses this plan; see the end of that file"
      [ "$result" = 1 ] || result=$changes
      ;;
    *)
      say "$stack: the plan failed"
      printf 'The plan failed: see the log.\n' >"$plans/$stack.txt"
      result=1
      ;;
  esac
done
exit "$result"

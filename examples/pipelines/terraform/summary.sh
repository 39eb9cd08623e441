#!/usr/bin/env bash
# Prints the plans of plan.sh as Markdown: a table of the stacks, whose answers change, and then each plan,
# collapsed.
set -euo pipefail
here=$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source-path=SCRIPTDIR source=settings.sh
. "$here/settings.sh"

# GitHub allows 1 MiB per step.
most=60000

# The summary line: the last line of a plan with changes, or the first line of one without.
verdict() { grep -m 1 -E '^(Plan:|No changes\.|Waits for|The plan failed)' "$1" || echo "Outputs change only."; }

planned=()
for stack in $(declared_stacks); do
  [ ! -f "$plans/$stack.txt" ] || planned+=("$stack")
done
[ "${#planned[@]}" -gt 0 ] || fail "nothing is planned in $plans"

printf '| stack | plan |\n|---|---|\n'
for stack in "${planned[@]}"; do
  printf '| %s | %s |\n' "$stack" "$(verdict "$plans/$stack.txt")"
done
for stack in "${planned[@]}"; do
  [ ! -s "$plans/$stack.md" ] || { echo && cat "$plans/$stack.md"; }
done
for stack in "${planned[@]}"; do
  # Four spaces make it a code block, whatever a record's text contains.
  printf '\n<details><summary>%s</summary>\n\n' "$stack"
  head -c "$most" "$plans/$stack.txt" | sed 's/^/    /'
  [ "$(wc -c <"$plans/$stack.txt")" -le "$most" ] || printf '\n    (cut here; the file has all)\n'
  printf '\n</details>\n'
done

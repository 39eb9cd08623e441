#!/usr/bin/env bash
# Checks that the committed stacks match the declaration. Synthesizes to a temporary folder, compares,
# and lets Terraform check the format and validate. It does not change the working tree, read states, or
# need credentials. Lists each file that differs, and exits with 1 if there are any.
set -euo pipefail
here=$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source-path=SCRIPTDIR source=settings.sh
. "$here/settings.sh"

temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
fresh=$temporary/cdktf.out

"$meridian" synth --output "$fresh" >/dev/null || fail "the declaration cannot be synthesized"

stale=0
while IFS= read -r file; do
  if [ ! -f "$out/$file" ]; then
    say "$out/$file is missing"
    stale=1
  elif ! cmp -s "$fresh/$file" "$out/$file"; then
    say "$out/$file is stale:"
    diff -u "$out/$file" "$fresh/$file" | head -n 40 >&2 || true
    stale=1
  fi
done < <(cd "$fresh" && find . -name manifest.json -o -name metadata.json -o -name cdk.tf | sed "s|^\./||" | sort)
[ "$stale" = 0 ] || fail "run $meridian synth and commit $out"

for stack in $(declared_stacks); do
  while IFS= read -r file; do
    [ "${file##*/}" = cdk.tf ] || fail "$file is not a Meridian file, but Terraform reads it: move it to another folder"
  done < <(configuration "$stack")
  imported=$(imports "$stack")
  [ "$imported" = 0 ] || say "import blocks in $stack: $imported; plan.sh says when they are spent"
  ! grep -q '^ *backend "local"' "$out/stacks/$stack/cdk.tf" ||
    fail "$stack keeps its state in a local file, which a pipeline loses: declare state: {backend: s3, …} or another shared backend"
done

for folder in "$out"/stacks/*/; do
  stack=$(basename "$folder")
  [ -d "$fresh/stacks/$stack" ] ||
    say "$stack is no longer declared: once its resources are destroyed, remove $folder"
done

"$terraform" fmt -check -recursive "$fresh/stacks" || fail "these files are not formatted"

for stack in $(declared_stacks); do
  lock=$out/stacks/$stack/.terraform.lock.hcl
  [ ! -f "$lock" ] || cp "$lock" "$fresh/stacks/$stack/"
  init "$fresh/stacks/$stack" -backend=false
  "$terraform" -chdir="$fresh/stacks/$stack" validate -no-color >&2 || fail "$stack is not valid"
done
say "$out is up to date, formatted and valid"

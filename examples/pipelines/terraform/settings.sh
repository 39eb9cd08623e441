# shellcheck shell=bash
# Shared by the scripts in this folder. Run them in the folder that contains meridian.yaml and cdktf.out.
# Variables: MERIDIAN (./meridian), TERRAFORM_BINARY_NAME (terraform), PLANS (plans).
# For another environment: MERIDIAN_CONFIG (meridian.yaml), such as meridian.staging.yaml. The folder of its
# stacks follows from the file's name, unless MERIDIAN_OUTPUT names it.

unset CDPATH # it can change the target of cd, and makes cd print
meridian=${MERIDIAN:-./meridian}
terraform=${TERRAFORM_BINARY_NAME:-terraform}
plans=${PLANS:-plans}

# The folder that `meridian synth` writes to: cdktf.out for meridian.yaml in this folder, and
# cdktf.staging.out for meridian.staging.yaml, staging.yaml, and staging/meridian.yaml.
output_folder() {
  local file=${MERIDIAN_CONFIG:-meridian.yaml} name folder
  name=$(basename "$file" | sed -E 's/\.[Yy][Aa]?[Mm][Ll]$//')
  case $name in
    meridian)
      folder=$(cd "$(dirname "$file")" && pwd)
      if [ "$folder" = "$(pwd)" ]; then name=''; else name=$(basename "$folder"); fi
      ;;
    meridian.*) name=${name#meridian.} ;;
  esac
  name=$(printf '%s' "$name" | LC_ALL=C tr -c 'A-Za-z0-9._-' '_')
  printf 'cdktf%s.out\n' "${name:+.$name}"
}

out=${MERIDIAN_OUTPUT:-$(output_folder)}

[ -z "${TF_PLUGIN_CACHE_DIR-}" ] || mkdir -p "$TF_PLUGIN_CACHE_DIR" # Terraform does not create it

export TF_IN_AUTOMATION=1 TF_INPUT=0 CHECKPOINT_DISABLE=1

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$(basename "$0"): $*"
  exit 1
}

# Prints every declared stack, one per line: the regions; the network stacks (accelerators and private-network),
# which read the regions' outputs; and then the DNS stacks (dns and private-dns), which read the outputs of regions
# and accelerators. A folder that is missing from the manifest belongs to a stack that is no longer declared.
declared_stacks() {
  [ -f "$out/manifest.json" ] || fail "there is no $out/manifest.json; run $meridian synth. If an earlier version wrote these stacks to cdktf.out, set MERIDIAN_OUTPUT=cdktf.out"
  sed -n 's|.*"workingDirectory": *"stacks/\([^"]*\)".*|\1|p' "$out/manifest.json" | regions_first
}

# Sorts the stacks in standard input: the regions, the network stacks, and then the DNS stacks.
regions_first() {
  local stack networks='' dns=''
  while IFS= read -r stack; do
    case $(kind "$stack") in
      region) printf '%s\n' "$stack" ;;
      network) networks+=$stack$'\n' ;;
      dns) dns+=$stack$'\n' ;;
    esac
  done < <(awk '!seen[$0]++')
  printf '%s' "$networks$dns"
}

# Prints the kind of a stack: region; network for an accelerator or private-network, which read only the regions'
# outputs; or dns for dns and private-dns.
kind() {
  case $1 in
    *-dns) printf 'dns\n' ;;
    *-private-network) printf 'network\n' ;;
    *)
      if grep -qs '^resource "aws_globalaccelerator_accelerator" ' "$out/stacks/$1/cdk.tf"; then
        printf 'network\n'
      else
        printf 'region\n'
      fi
      ;;
  esac
}

# The declared stacks whose outputs a stack can read: those of other kinds that come before it.
read_stacks() {
  local stack mine
  mine=$(kind "$1")
  [ "$mine" != region ] || return 0
  for stack in $(declared_stacks); do
    [ "$(kind "$stack")" != "$mine" ] || return 0
    printf '%s\n' "$stack"
  done
}

# Prints the stacks in the arguments, in the order of deployment.
chosen_stacks() {
  local stack
  [ $# -gt 0 ] || fail "name a stack, or say --all"
  if [ "$*" = --all ]; then
    declared_stacks
    return
  fi
  for stack in "$@"; do
    [ -f "$out/stacks/${stack%/}/cdk.tf" ] || fail "there is no $out/stacks/${stack%/}/cdk.tf"
  done
  printf '%s\n' "${@%/}" | regions_first
}

# init FOLDER [ARG ...]: uses the versions and checksums in the lock file, if there is one.
init() {
  local folder=$1
  shift
  if [ -f "$folder/.terraform.lock.hcl" ]; then
    set -- -lockfile=readonly "$@"
  else
    say "$folder has no .terraform.lock.hcl: the newest provider is taken (lock.sh makes one)"
  fi
  "$terraform" -chdir="$folder" init -no-color "$@" >&2
}

# The number of resources that the configuration of a stack imports.
imports() { grep -c '^import {$' "$out/stacks/$1/cdk.tf" || true; }

# True if the plan of a stack changes its outputs, which other stacks read.
changes_outputs() { grep -q '^Changes to Outputs:' "$plans/$1.txt"; }

# Lists the files in a stack's folder that Terraform reads.
configuration() { find "$out/stacks/$1" -maxdepth 1 -type f \( -name '*.tf' -o -name '*.tf.json' -o -name '*.tfvars' -o -name '*.tfvars.json' \) | LC_ALL=C sort; }

# Prints what a plan was made from. If a line changes, the plan no longer shows what would happen. A stack is
# planned after those that it reads, because a different plan of a region can mean different outputs.
fingerprint() {
  local file sum files read
  files=$(configuration "$1" && printf '%s\n' "$out/stacks/$1/.terraform.lock.hcl" "$plans/$1.tfplan" "$plans/$1.guard")
  for read in $(read_stacks "$1"); do
    files+=$'\n'$plans/$read.tfplan
  done
  while IFS= read -r file; do
    [ -f "$file" ] || continue
    sum=$(sha256 "$file") || fail "there is neither sha256sum nor shasum to hash $file with"
    printf '%s %s\n' "${sum%% *}" "$file"
  done <<<"$files"
}

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi
}

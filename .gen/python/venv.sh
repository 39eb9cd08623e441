#!/usr/bin/env bash
# Creates the virtual environment of the local AWS if it is missing or its pins changed, and prints its
# interpreter. It is built in a temporary folder and then moved, so an interrupted run leaves nothing
# incomplete. Once created, it does not need the network.
set -euo pipefail

here=$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
venv=$here/venv
pin=$(cksum <"$here/requirements.txt")

print_if_made() {
  if [ "$(cat "$venv/pin" 2>/dev/null)" = "$pin" ] && "$venv/bin/python" -c '' 2>/dev/null; then
    echo "$venv/bin/python"
    exit
  fi
}
print_if_made

# One process at a time. Others wait, and then find it created.
if command -v flock >/dev/null; then
  exec 9>"$here/lock"
  flock 9
  print_if_made
fi

python=${MERIDIAN_PYTHON:-python3}
if ! "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
  echo "The local AWS needs Python 3.10 or newer with its venv module." >&2
  echo "    fix: install python3 and python3-venv, or name an interpreter in MERIDIAN_PYTHON" >&2
  exit 1
fi

echo "Installing moto in .gen/python/venv. This happens once and takes about half a minute." >&2
part=$(mktemp -d "$here/venv.part.XXXXXX")
trap 'rm -rf "$part"' EXIT
"$python" -m venv "$part"
"$part/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
  --no-deps --only-binary :all: --require-hashes --requirement "$here/requirements.txt" >&2
echo "$pin" >"$part/pin"

if [ -e "$venv" ]; then
  mv "$venv" "$part/old" # deleted with the folder below
fi
mv "$part" "$venv"
trap - EXIT
rm -rf "$venv/old"
echo "$venv/bin/python"

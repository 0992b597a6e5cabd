# shellcheck shell=bash
# Installs what a fresh Debian machine lacks. Asks the network for nothing when everything is there.

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif ! have sudo; then fail "this needs root or sudo: $*"
  elif [ -n "${CI:-}" ] || [ ! -t 0 ]; then sudo -n "$@"
  else sudo "$@"
  fi
}

# Prints the directory that holds all of PostgreSQL's programs we use, or nothing. Debian's wins, the newest of them.
postgres_bin() {
  local folder program found=
  for folder in /usr/local/bin /usr/lib/postgresql/*/bin; do
    for program in initdb postgres pg_isready createdb; do
      [ -x "$folder/$program" ] || continue 2
    done
    found=$folder
  done
  echo "$found"
}

install_debian() {
  [ $# -gt 0 ] || return 0
  have apt-get || fail "missing: $*. Install them; this machine has no apt-get."
  say "Installing: $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q </dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" </dev/null
}

# need_debian compiler|chromium|postgres|node|oauthlib|python …: installs the packages of those that are missing, in one go.
need_debian() {
  local need missing=()
  for need in "$@"; do
    case "$need" in
      compiler) have cc || missing+=(gcc libc6-dev) ;;
      chromium) have chromium || missing+=(chromium fonts-liberation) ;;
      chromium-engine) have chromium-headless-shell || missing+=(chromium-headless-shell) ;;
      postgres) [ -n "$(postgres_bin)" ] || missing+=(postgresql) ;;
      node) have node || missing+=(nodejs)
            have npm || missing+=(npm) ;;
      oauthlib) /usr/bin/python3 -c 'import oauthlib' 2>/dev/null || missing+=(python3-oauthlib) ;;
      python) { have python3 && python3 -c 'import ensurepip, venv' 2>/dev/null; } || missing+=(python3 python3-venv) ;;
      nginx) have nginx || [ -x /usr/sbin/nginx ] || missing+=(nginx) ;;
      yaml) /usr/bin/python3 -c 'import yaml' 2>/dev/null || missing+=(python3-yaml) ;;
      openssl) have openssl || missing+=(openssl) ;;
      wrk) have wrk || missing+=(wrk) ;;
      *) fail "need_debian does not know $need" ;;
    esac
  done
  install_debian "${missing[@]}"
}

need_cargo() { have cargo || fail "a Rust toolchain is needed: https://rustup.rs"; }

# need_cargo_commands fmt clippy …
need_cargo_commands() {
  need_cargo
  local component
  for component in "$@"; do
    cargo "$component" --version >/dev/null 2>&1 && continue
    have rustup || fail "cargo $component is missing and rustup is not there to add it"
    case "$component" in
      fmt) rustup component add rustfmt ;;
      *) rustup component add "$component" ;;
    esac
  done
}

# The lock file is copied beside what was installed from it: the same lock needs no npm at all.
need_npm_packages() {
  local folder=$1
  cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed-lock.json" && return
  say "Installing the npm packages of $folder"
  (cd "$folder" && npm ci --omit-lockfile-registry-resolved --no-audit --no-fund --ignore-scripts </dev/null)
  cp "$folder/package-lock.json" "$folder/node_modules/.installed-lock.json"
}

# Python packages go into an environment of their own beside what asks for them.
need_python_packages() {
  local folder=$1
  cmp -s "$folder/requirements.txt" "$folder/.venv/.installed-requirements.txt" && return
  say "Installing the Python packages of $folder"
  python3 -m venv "$folder/.venv"
  "$folder/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    --requirement "$folder/requirements.txt" </dev/null
  cp "$folder/requirements.txt" "$folder/.venv/.installed-requirements.txt"
}

# shellcheck shell=bash
# A throw-away PostgreSQL: a child of this shell, in a folder of its own, gone with it.

POSTGRES_DIR=
POSTGRES_PID=

# PostgreSQL refuses to run as root; Debian's package brings a user for it.
postgres_user() {
  if getent passwd postgres >/dev/null; then echo postgres; else echo nobody; fi
}

# Runs a program as PostgreSQL's user, to be stopped by the kernel (INT: at once, cleanly) should this shell die.
as_postgres() {
  local command=(setpriv --pdeathsig INT)
  if [ "$(id -u)" -eq 0 ]; then
    local user
    user=$(postgres_user)
    command+=(--reuid "$user" --regid "$(id -g "$user")" --clear-groups)
  fi
  cd "$POSTGRES_DIR" && exec "${command[@]}" "$@"
}

launch_postgres() {
  local bin=$1 port=$2
  (as_postgres "$bin/postgres" -D "$POSTGRES_DIR/data" -p "$port" -h 127.0.0.1 -k "$POSTGRES_DIR" \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 \
    </dev/null >>"$POSTGRES_DIR/log" 2>&1) &
  POSTGRES_PID=$!
}

await_postgres() {
  local bin=$1 port=$2 tries
  for tries in $(seq 150); do
    kill -0 "$POSTGRES_PID" 2>/dev/null || return 1
    "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" && return 0
    sleep 0.1
  done
  return 1
}

# Starts it on the first free port it meets and exports TEST_DATABASE_URL (a superuser's, so that tests can make databases).
start_postgres() {
  local bin port password tries
  bin=$(postgres_bin)
  [ -n "$bin" ] || fail "PostgreSQL is not installed"
  POSTGRES_DIR=$(mktemp -d "${TMPDIR:-/tmp}/connect-ui-postgres.XXXXXX")
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s' "$password" >"$POSTGRES_DIR/password"
  [ "$(id -u)" -ne 0 ] || chown -R "$(postgres_user)" "$POSTGRES_DIR"
  (as_postgres "$bin/initdb" -D "$POSTGRES_DIR/data" -U tester --pwfile "$POSTGRES_DIR/password" \
    --auth scram-sha-256 -E UTF8 --locale C.UTF-8 --no-sync </dev/null >"$POSTGRES_DIR/log" 2>&1) ||
    { cat "$POSTGRES_DIR/log" >&2; fail "initdb failed"; }
  for tries in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 12000))
    launch_postgres "$bin" "$port"
    if await_postgres "$bin" "$port"; then
      PGPASSWORD=$password "$bin/createdb" -h 127.0.0.1 -p "$port" -U tester connect_ui_test
      export TEST_DATABASE_URL="postgres://tester:$password@127.0.0.1:$port/connect_ui_test"
      return
    fi
    end_postgres_process
    echo "PostgreSQL did not start on port $port (try $tries)" >&2
  done
  cat "$POSTGRES_DIR/log" >&2
  fail "PostgreSQL did not start"
}

end_postgres_process() {
  [ -n "$POSTGRES_PID" ] || return 0
  kill -INT "$POSTGRES_PID" 2>/dev/null || true
  wait "$POSTGRES_PID" 2>/dev/null || true
  POSTGRES_PID=
}

stop_postgres() {
  end_postgres_process
  if [ -n "$POSTGRES_DIR" ]; then rm -rf "$POSTGRES_DIR"; POSTGRES_DIR=; fi
}

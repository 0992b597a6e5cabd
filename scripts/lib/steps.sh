# shellcheck shell=bash
# Runs steps one after another, each in a process group of its own so that none leaves anything behind; sums them up.

STEP_PID=
STEP_RESULTS=()
STEPS_FAILED=0

step() {
  local name=$1 began=$SECONDS status=0
  shift
  say "$name"
  set -m
  "$@" </dev/null &
  STEP_PID=$!
  set +m
  wait "$STEP_PID" || status=$?
  STEP_PID=
  if [ "$status" -eq 0 ]; then
    STEP_RESULTS+=("$(printf 'ok      %-10s %4ss' "$name" $((SECONDS - began)))")
  else
    STEP_RESULTS+=("$(printf 'FAILED  %-10s %4ss  (exit %s)' "$name" $((SECONDS - began)) "$status")")
    STEPS_FAILED=1
  fi
}

# What cannot be run here is said, and is no success.
skip_step() {
  STEP_RESULTS+=("$(printf 'NOT RUN %-10s        (%s)' "$1" "$2")")
}

stop_step() {
  [ -n "$STEP_PID" ] || return 0
  kill -TERM -- "-$STEP_PID" 2>/dev/null || true
  wait "$STEP_PID" 2>/dev/null || true
  STEP_PID=
}

summary() {
  say "Summary"
  [ ${#STEP_RESULTS[@]} -eq 0 ] || printf '%s\n' "${STEP_RESULTS[@]}"
  return "$STEPS_FAILED"
}

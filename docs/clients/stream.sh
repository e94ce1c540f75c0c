#!/bin/sh
# Follows one user's feed with curl: each event as it comes, and after a break from where it was.
#
#     stream.sh API WORKSPACE USER [RESUME]      with the caller's token in PARTYLINE_TOKEN, if one is asked for
#
# Ends when there is no going on: the status is then on standard error, and docs/feeds.md says what to do.
feed="$1/v1/workspaces/$2/users/$3/feed/stream"
point=$4
events=$(mktemp)
trap 'rm -f "$events"; kill $curl 2>/dev/null' EXIT
trap 'exit 0' INT TERM
while :; do
  : > "$events"
  curl --silent --no-buffer --fail --show-error --max-time 3600 \
    ${PARTYLINE_TOKEN:+--header "Authorization: Bearer $PARTYLINE_TOKEN"} \
    ${point:+--header "Last-Event-ID: $point"} "$feed" | tee "$events"
  last=$(grep '^id: ' "$events" | tail -n 1)
  [ -z "$last" ] || point=${last#id: }
  sleep 1
done

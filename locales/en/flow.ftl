# Around the service's own pages: leaving, waiting, coming back.

leaving-title = Taking you to { $service }
leaving-text = If nothing happens, use the button.
ready-title = Continue at { $service }
ready-text = { $service } opens in a window of its own. This page waits for you.
away-title = Waiting for { $service }
away-text = Finish in the window that was opened. This page notices by itself.
away-text-here = You left for { $service } and have not finished there.
away-again = Open { $service } again
away-cancel = Cancel
exchange-title = Connecting { $service }
exchange-text = One moment: we are asking { $service } for the last piece.
result-close = You can close this window and go back to { $app }.
result-close-window = Close this window
interstitial-title = Connect { $service }?
interstitial-text = We cannot see where the link that led you here came from. Go on only if you asked { $app } for this yourself.
resubmit-title = Finishing
resubmit-text = One moment, please.
resubmit-continue = Continue

flow-denied = Access was not allowed at { $service }. If that was not what you wanted, try again and allow it there.
flow-approval = Somebody who manages { $service } still has to approve this. Ask them, then connect again.
flow-no-answer = { $service } did not answer in time. Try again in a few minutes.
flow-refused = { $service } did not accept the sign-in. Try again; if it happens again, the people who run { $app } need the reference.
flow-owner = The connection to { $service } is not set up correctly. Only the people who run { $app } can fix this: tell them the reference.
flow-definition-changed = The way to { $service } was changed while you were there. Nothing was connected. Try again.
flow-values = { $service } cannot be reached with these values. Check what you entered and try again.
flow-foreign-installation = This installation at { $service } belongs to somebody else, so it was not connected. Sign in to { $service } as somebody who may see it, and try again.
flow-other-server = The answer did not come from the server that we sent you to, so we did not use it. Try again.
flow-too-late = It took too long at { $service }. Try again; you have half an hour.
flow-cancelled = You cancelled. Nothing was connected.
flow-not-stored = { $service } said yes, but the connection could not be stored. Try again in a minute.
flow-unknown = { $service } could not be connected. Try again in a minute.

flow-closed-browser-title = Please finish where you started
flow-closed-browser-text = This connection was started in another browser or window. Go back there; for your protection it cannot be finished here.
flow-closed-used-title = This was finished before
flow-closed-used-text = The way back from the service can be used once. You can close this window and go back to { $app }.
flow-closed-expired-title = That took too long
flow-closed-expired-text = The time for this connection is over. Close this window, go back to { $app } and start again.
flow-closed-unknown-title = We do not know this connection
flow-closed-unknown-text = The address that led you here is not complete or not ours. Go back to { $app } and start again.
flow-start-used-title = This button was used before
flow-start-used-text = Go back to { $app }: the page there shows how things stand.

link-expired-title = This link has expired
link-expired-text = It was good for a limited time, and that is over. Ask whoever sent it for a new one.
link-revoked-title = This link was withdrawn
link-revoked-text = Whoever sent it has withdrawn it. Ask them for a new one if you still want to connect your account.
link-used-title = This link has done its work
link-used-text = It was good for connecting one account, and that has happened. If it was not you, tell whoever sent the link.

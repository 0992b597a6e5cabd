## The user's own page

manage-title = Your connected accounts
manage-to = What { $app } can use as { $person }.
manage-to-unnamed = What { $app } can use.
manage-empty = Nothing is connected to { $app } yet.
manage-attention-count = { $count ->
    [one] One account needs your attention.
   *[other] { $count } accounts need your attention.
}
manage-works = Works
manage-unchecked = Not checked yet
manage-awaited = Waiting for { $service }
manage-attention = Needs your attention
manage-since = Connected since { $since }. Not used yet.
manage-since-used = Connected since { $since }. Last used on { $used }.
manage-granted = What access was granted
manage-reconnect = Reconnect
manage-reconnect-name = Reconnect { $name }
manage-rename = Rename
manage-rename-name = Rename { $name }
manage-disconnect = Disconnect
manage-disconnect-name = Disconnect { $name }
manage-connect-first = Connect an account
manage-back = Back to your accounts

manage-rename-title = Name your { $service } account
manage-name = Name
manage-name-hint = A name that you will recognise, for example “Support team”. Leave it empty to use the service’s name.
manage-name-long = A name can have at most { $max } characters. Shorten it.
manage-save = Save
manage-saving = Saving…

manage-disconnect-title = Disconnect your { $service } account?
manage-disconnect-text = { $app } will no longer be able to use this account, and what it has stored to sign in there is deleted.
manage-disconnect-service = { $service } is asked to end the access too, where it offers that. Your account at { $service } itself stays as it is.
manage-disconnecting = Asking { $service }…
manage-keep = Keep it connected
manage-receipt-title = { $service } is disconnected
manage-receipt-here = { $app } can no longer use this account. What was stored to sign in there is deleted.
manage-receipt-revoked = { $service } has confirmed that the access is ended there too.
manage-receipt-partly = { $service } has ended a part of the access. The rest ends by itself when its time is over. To be sure, you can end it there yourself.
manage-receipt-not-offered = { $service } offers no way for us to end the access there. If you gave a key or a password, delete or change it there.
manage-receipt-failed = We asked { $service } to end the access there too, but it did not confirm that. You can end it there yourself.
manage-receipt-link = Go to { $service }

reconnect-who = You are reconnecting { $service } to { $app } as { $person }.
reconnect-who-unnamed = You are reconnecting { $service } to { $app } as an unnamed user.
reconnect-trouble = Why you are asked
reconnect-refused-since = Since { $date }, { $app } has not been able to renew its access to your { $service } account. That happens when a password was changed, or the access was withdrawn there.
reconnect-refused = { $app } has not been able to renew its access to your { $service } account. That happens when a password was changed, or the access was withdrawn there.
reconnect-interrupted-since = On { $date }, a renewal of the access to your { $service } account was interrupted, and the access may have been lost with it.
reconnect-interrupted = A renewal of the access to your { $service } account was interrupted, and the access may have been lost with it.
reconnect-look-up = { $app } cannot read everything that it needs from your { $service } account.
reconnect-remedy = Reconnecting puts this right. Nothing else changes in { $app }.
reconnect-button = Reconnect
reconnect-no-input = There is nothing to fill in. Choose “Reconnect”, and we will do the rest.
reconnect-done-title = { $service } is reconnected
reconnect-done-text = { $app } can use it again.
reconnect-gone-title = This connection no longer exists
reconnect-gone-text = { $app } removed the connection that was to be reconnected. Go back to { $app } and connect your account there. If you came here by a link, ask whoever sent it for a new one.
reconnect-date = { $day } { $month ->
    [m1] January
    [m2] February
    [m3] March
    [m4] April
    [m5] May
    [m6] June
    [m7] July
    [m8] August
    [m9] September
    [m10] October
    [m11] November
   *[m12] December
} { $year }

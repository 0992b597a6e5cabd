## Frame around every page

back = Back
close = Close
help = Help
badge = Secured by Nango
reference = Reference: { $reference }
reference-hint = Give this reference to support, and they can look up what happened.
error-prefix = Error:
opens-in-new-tab = opens in a new tab
try-again = Try again
done = Done

leave-title = Leave without connecting?
leave-text = What you typed will be lost.
leave-stay = Keep going
leave-go = Leave

time-text = This page’s time ends in five minutes.
time-extend = Stay 30 minutes longer
time-extended = Done. You have 30 more minutes.
time-failed = The time could not be extended. What you typed is still here.

## Opened without a session

waiting-title = Connect your account
waiting-text = One moment…
bare-title = This address opens from inside an app
bare-text = It is where you connect your accounts at other services, when an app asks you to. Go back to the app and choose the connection there, or open the link that you were sent.
unopened-title = The app did not open this page correctly
unopened-text = Close it and try again in the app. If that does not help, let the people who run { $app } know.
refusal-title = This page may not be shown here
refusal-text = { $origin } is not on the list of addresses that may show it, so nothing was opened and nothing was shared.
refusal-admin = If you run this app: add the address under Environment settings, Connect UI, Allowed origins.

## Picker

picker-title = What would you like to connect?
picker-to = It will be connected to { $app } as { $person }.
picker-to-unnamed = It will be connected to { $app } as an unnamed user.
picker-search = Search
picker-count = { $count ->
    [one] One service
   *[other] { $count } services
}
picker-empty = Nothing here is called “{ $query }”.
picker-nothing = No service here has that name.
picker-all = Show all
no-integrations-title = Nothing to connect yet
no-integrations-text = { $app } has not set up any services. The people who run it can add them.

## Results

done-title = { $service } is connected
done-text = { $app } can use it from now on.
done-close = You can close this page.
done-another = Connect another account
failure-title = { $service } was not connected
expired-title = This page’s time has ended
expired-text = It ended at { $time }. Go back to { $app } and start again.
expired-text-plain = Go back to { $app } and start again.
expired-who = If you came here by a link, ask whoever sent it for a new one.
finished-title = This is already done
finished-text = { $service } is connected. There is nothing left to do here.
finished-text-plain = An account is connected. There is nothing left to do here.
not-found-title = There is nothing at this address
not-found-text = The link may be incomplete. Copy all of it, or go back to { $app } and start again.
error-title = Something went wrong on our side
error-text = It is nothing you did. Try again in a minute.
error-busy-title = That was a little too fast
error-busy-text = This page was asked for very often in a short time. Wait a minute, then try again.
error-maintenance-title = We will be right back
error-maintenance-text = The service is not available at the moment. Try again in a minute.
error-ended-title = This page is no longer in use
error-ended-text = { $app } has closed it. Go back to { $app } and start again.
error-browser-title = This page is open somewhere else
error-browser-text = It belongs to the browser that opened the link first. Go on there, or open the link again here.
error-large-title = That is too much for this form
error-large-text = One of the fields holds far more than it can need. Go back and check what you pasted.
error-unsupported-title = This way of connecting is not supported yet
error-unsupported-text = Nothing was connected. The people who run { $app } can choose another way to connect this service.

summary-title = { $count ->
    [one] One thing needs your attention
   *[other] { $count } things need your attention
}
summary-title-check = Not connected yet

## A field's value

problem-missing = Enter your { $label }
problem-missing-choice = Choose { $label }
problem-not-an-option = Choose one of the options of { $label }
problem-pattern = This does not look like your { $label }. Compare it with the one at { $service }
problem-pattern-example = This does not look like your { $label }. It should look like { $example }
problem-hostname = Enter only the host name, for example { $example }, without https:// and without a path
problem-uri = Enter the whole address, starting with https://
problem-uuid = Enter the ID with all its 36 characters, like { $example }
problem-email = Enter an email address, like name@example.com
problem-host-label = Enter only the first part of your address, for example { $example } from { $address }
problem-host-label-plain = Enter only the part of your address that belongs here: letters, digits and hyphens
problem-authority = Enter only a host name, if needed with a port, for example { $example }
problem-too-long = This is too long. Enter at most { $max } characters

## What was repaired in a pasted value

repairs-title = { $count ->
    [one] We tidied up what you entered
   *[other] We tidied up what you entered in { $count } places
}
repair-url-to-subdomain = { $label }: took “{ $value }” out of the whole address.
repair-trimmed-blanks = { $label }: removed blanks at the beginning or the end.
repair-zero-width = { $label }: removed invisible characters.
repair-bearer-prefix = { $label }: removed “Bearer”, it is added for you.
repair-pem-line-breaks = { $label }: restored the line breaks.

## What the service said

check-refused = { $service } did not accept these details. Check that you copied all of each, and that the account may use the API.
check-refused-field = { $service } did not accept this { $label }. Check that you copied all of it, and that it is still active.
check-denied = { $service } denied access (403). Check what you entered, and that it is allowed to use the API.
check-status = { $service } gave an unexpected answer (status { $status }). Check what you entered, or try again in a minute.
check-no-token = { $service } answered, but let nobody in with these details. Check what you entered.
check-unusable = { $service } gave an answer that we cannot read. Check what you entered, or tell the people who run this page.
check-unreachable = We could not reach { $host }. Check the address, or try again in a minute.
check-timed-out = { $host } took too long to answer. Try again in a minute.
check-forbidden-address = { $host } is a private address that we do not connect to. Enter the public address of your { $service } account.
check-tls = We could not make a secure connection to { $host }, because its certificate is not in order. Check the address, or tell the people who run that server.
check-no-address = With these details { $service } has no address that we could ask. Check what you entered, or tell the people who run this page.
check-not-set-up = { $service } is not set up here completely, so it cannot be connected yet. Tell the people who run this page; there is nothing you can change.
check-not-stored = We could not save this, so nothing was connected. Try again in a minute.

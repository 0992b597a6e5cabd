## Who opened a link

verify-title = Is it you?
verify-unsent = Before you connect anything to { $app }, we send a code to { $address }.
verify-sent = We have sent a code to { $address }. It can take a minute to arrive.
verify-code = Code from the e-mail
verify-hint = Six digits, valid for ten minutes.
verify-check = Continue
verify-checking = Checking…
verify-send = Send the code
verify-again = Send a new code
verify-wrong = This is not the code from the latest e-mail. Check it and try again.
verify-no-code = Enter the six digits from the e-mail.
verify-over = This code is not valid any more. Send a new one.
verify-not-sent = The e-mail could not be sent. Try again in a minute. If that does not help, tell the people who run { $app }.
verify-no-more = No more codes are sent for this link. Ask { $app } for a new link.
verify-first-title = First we need to know that it is you
verify-first-text = Nothing was connected. Open the link that { $app } sent you, in a window of its own, and follow it from the start.
verify-answer-title = This confirmation is not valid here
verify-answer-text = It works once, for ten minutes, in the browser in which the link was opened. Open the link from { $app } again.
done-finish = { $app } now takes over.
done-return = Back to { $app }
mail-code-subject = { $code } is your code for { $app }
mail-code-text =
    Hello,

    somebody has opened a link from { $app } to connect an account for you. If that was you, enter this code there:

    { $code }

    It is valid for ten minutes. Do not pass it on to anybody, and do not read it out to anybody. If you did not open such a link, you need to do nothing: without the code nothing is connected.

    This e-mail was sent for { $app } by { $host }.

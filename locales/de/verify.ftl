## Wer einen Link geöffnet hat

verify-title = Sind Sie es?
verify-unsent = Bevor Sie etwas mit { $app } verbinden, senden wir einen Code an { $address }.
verify-sent = Wir haben einen Code an { $address } gesendet. Bis er ankommt, kann es eine Minute dauern.
verify-code = Code aus der E-Mail
verify-hint = Sechs Ziffern, zehn Minuten gültig.
verify-check = Weiter
verify-checking = Wird geprüft…
verify-send = Code senden
verify-again = Neuen Code senden
verify-wrong = Das ist nicht der Code aus der neuesten E-Mail. Prüfen Sie ihn und versuchen Sie es noch einmal.
verify-no-code = Geben Sie die sechs Ziffern aus der E-Mail ein.
verify-over = Dieser Code gilt nicht mehr. Lassen Sie sich einen neuen senden.
verify-not-sent = Die E-Mail konnte nicht gesendet werden. Versuchen Sie es in einer Minute noch einmal. Hilft das nicht, sagen Sie es den Betreibern von { $app }.
verify-no-more = Für diesen Link werden keine weiteren Codes gesendet. Bitten Sie { $app } um einen neuen Link.
verify-first-title = Zuerst müssen wir wissen, dass Sie es sind
verify-first-text = Es wurde nichts verbunden. Öffnen Sie den Link, den { $app } Ihnen gesendet hat, in einem eigenen Fenster und folgen Sie ihm von Anfang an.
verify-answer-title = Diese Bestätigung gilt hier nicht
verify-answer-text = Sie gilt einmal, zehn Minuten lang, in dem Browser, in dem der Link geöffnet wurde. Öffnen Sie den Link von { $app } noch einmal.
done-finish = { $app } übernimmt jetzt.
done-return = Zurück zu { $app }
mail-code-subject = { $code } ist Ihr Code für { $app }
mail-code-text =
    Guten Tag,

    jemand hat einen Link von { $app } geöffnet, um ein Konto für Sie zu verbinden. Waren Sie das, geben Sie dort diesen Code ein:

    { $code }

    Er gilt zehn Minuten. Geben Sie ihn an niemanden weiter und lesen Sie ihn niemandem vor. Haben Sie keinen solchen Link geöffnet, müssen Sie nichts tun: Ohne den Code wird nichts verbunden.

    Diese E-Mail wurde für { $app } von { $host } gesendet.

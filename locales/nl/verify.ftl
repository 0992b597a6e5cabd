## Who opened a link

verify-title = Ben jij het?
verify-unsent = Voordat je iets aan { $app } koppelt, sturen we een code naar { $address }.
verify-sent = We hebben een code gestuurd naar { $address }. Het kan een minuut duren voordat die aankomt.
verify-code = Code uit de e-mail
verify-hint = Zes cijfers, tien minuten geldig.
verify-check = Verder
verify-checking = Controleren…
verify-send = De code sturen
verify-again = Een nieuwe code sturen
verify-wrong = Dit is niet de code uit de nieuwste e-mail. Controleer de code en probeer het opnieuw.
verify-no-code = Voer de zes cijfers uit de e-mail in.
verify-over = Deze code is niet meer geldig. Laat een nieuwe sturen.
verify-not-sent = De e-mail kon niet worden verzonden. Probeer het over een minuut opnieuw. Als dat niet helpt, laat het dan weten aan het team van { $app }.
verify-no-more = Voor deze link worden geen codes meer gestuurd. Vraag { $app } om een nieuwe link.
verify-first-title = Eerst moeten we weten dat jij het bent
verify-first-text = Er is niets gekoppeld. Open de link die { $app } je heeft gestuurd in een nieuw venster en volg die vanaf het begin.
verify-answer-title = Deze bevestiging is hier niet geldig
verify-answer-text = De bevestiging werkt één keer, tien minuten lang, in de browser waarin de link is geopend. Open de link van { $app } opnieuw.
done-finish = { $app } neemt het nu over.
done-return = Terug naar { $app }
mail-code-subject = { $code } is je code voor { $app }
mail-code-text =
    Hallo,

    Iemand heeft een link van { $app } geopend om een account voor je te koppelen. Was jij dat, voer dan daar deze code in:

    { $code }

    De code is tien minuten geldig. Geef de code aan niemand door en lees die aan niemand voor. Heb je zo’n link niet geopend, dan hoef je niets te doen: zonder de code wordt er niets gekoppeld.

    Deze e-mail is namens { $app } verstuurd door { $host }.

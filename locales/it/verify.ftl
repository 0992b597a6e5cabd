## Who opened a link

verify-title = Sei tu?
verify-unsent = Prima che tu colleghi un account a { $app }, inviamo un codice a { $address }.
verify-sent = Abbiamo inviato un codice a { $address }. Può impiegare un minuto ad arrivare.
verify-code = Codice ricevuto per e-mail
verify-hint = Sei cifre, valido per dieci minuti.
verify-check = Continua
verify-checking = Verifica…
verify-send = Invia il codice
verify-again = Invia un nuovo codice
verify-wrong = Questo non è il codice dell’ultima e-mail. Controllalo e riprova.
verify-no-code = Inserisci le sei cifre indicate nell’e-mail.
verify-over = Questo codice non è più valido. Chiedine uno nuovo.
verify-not-sent = Non è stato possibile inviare l’e-mail. Riprova tra un minuto. Se non basta, informa chi gestisce { $app }.
verify-no-more = Per questo link non vengono inviati altri codici. Chiedi a { $app } un nuovo link.
verify-first-title = Prima dobbiamo sapere che sei tu
verify-first-text = Non è stato collegato nulla. Apri in una nuova finestra il link che ti ha inviato { $app } e seguilo dall’inizio.
verify-answer-title = Questa conferma non è valida qui
verify-answer-text = Vale una sola volta, per dieci minuti, nel browser in cui è stato aperto il link. Apri di nuovo il link ricevuto da { $app }.
done-finish = Ora l’operazione continua in { $app }.
done-return = Torna a { $app }
mail-code-subject = { $code } è il tuo codice per { $app }
mail-code-text =
    Ciao,

    qualcuno ha aperto un link di { $app } per collegare un account a tuo nome. Se l’hai aperto tu, inserisci questo codice nella pagina:

    { $code }

    È valido per dieci minuti. Non comunicarlo e non leggerlo a nessuno. Se non hai aperto un link di questo tipo, non devi fare nulla: senza il codice non viene collegato nulla.

    Questa e-mail è stata inviata per conto di { $app } da { $host }.

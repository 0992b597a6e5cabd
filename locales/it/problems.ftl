summary-title = { $count ->
    [one] Un dato richiede la tua attenzione
   *[other] { $count } dati richiedono la tua attenzione
}
summary-title-check = Il collegamento non è ancora attivo

## A field's value

problem-missing = Inserisci «{ $label }»
problem-missing-choice = Scegli «{ $label }»
problem-not-an-option = Scegli una delle opzioni di «{ $label }»
problem-pattern = Questo valore non sembra corrispondere a «{ $label }». Confrontalo con quello su { $service }
problem-pattern-example = Questo valore non sembra corrispondere a «{ $label }». Dovrebbe essere simile a { $example }
problem-hostname = Inserisci solo il nome host, per esempio { $example }, senza https:// e senza percorso
problem-uri = Inserisci l’indirizzo intero, iniziando con https://
problem-uuid = Inserisci l’ID con tutti i suoi 36 caratteri, come { $example }
problem-email = Inserisci un indirizzo e-mail, come nome@example.com
problem-host-label = Inserisci solo la prima parte del tuo indirizzo, per esempio { $example } da { $address }
problem-host-label-plain = Inserisci solo la parte del tuo indirizzo richiesta qui: lettere, cifre e trattini
problem-authority = Inserisci solo un nome host, se serve con una porta, per esempio { $example }
problem-too-long = Il testo è troppo lungo. Inserisci al massimo { $max } caratteri

## What was repaired in a pasted value

repairs-title = { $count ->
    [one] Abbiamo corretto i dati inseriti
   *[other] Abbiamo corretto i dati inseriti in { $count } punti
}
repair-url-to-subdomain = { $label }: «{ $value }» ricavato dall’indirizzo intero.
repair-trimmed-blanks = { $label }: spazi all’inizio o alla fine rimossi.
repair-zero-width = { $label }: caratteri invisibili rimossi.
repair-bearer-prefix = { $label }: «Bearer» rimosso, lo aggiungiamo noi.
repair-pem-line-breaks = { $label }: interruzioni di riga ripristinate.

## What the service said

check-refused = { $service } non ha accettato questi dati. Controlla di averli copiati per intero e che l’account possa usare l’API.
check-refused-field = { $service } non ha accettato questo dato: { $label }. Controlla di averlo copiato per intero e che sia ancora attivo.
check-denied = { $service } ha negato l’accesso (403). Controlla i dati inseriti e che sia consentito l’uso dell’API.
check-status = { $service } ha dato una risposta inattesa (stato { $status }). Controlla i dati inseriti, oppure riprova tra un minuto.
check-no-token = { $service } ha risposto, ma con questi dati non consente l’accesso. Controlla i dati inseriti.
check-unusable = { $service } ha dato una risposta che non possiamo leggere. Controlla i dati inseriti, oppure informa chi gestisce questa pagina.
check-unreachable = Non siamo riusciti a raggiungere { $host }. Controlla l’indirizzo, oppure riprova tra un minuto.
check-timed-out = { $host } ha impiegato troppo tempo a rispondere. Riprova tra un minuto.
check-forbidden-address = { $host } è un indirizzo privato a cui non ci colleghiamo. Inserisci l’indirizzo pubblico del tuo account { $service }.
check-tls = Non è stato possibile stabilire una connessione sicura con { $host }, perché il suo certificato non è in regola. Controlla l’indirizzo, oppure informa chi gestisce quel server.
check-no-address = Con questi dati non c’è alcun indirizzo di { $service } da interpellare. Controlla i dati inseriti, oppure informa chi gestisce questa pagina.
check-not-set-up = La configurazione di { $service } qui non è completa, quindi il collegamento non è ancora possibile. Informa chi gestisce questa pagina; non c’è nulla che tu possa cambiare.
check-not-stored = Non siamo riusciti a salvare questi dati, quindi non è stato collegato nulla. Riprova tra un minuto.

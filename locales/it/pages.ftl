## Frame around every page

back = Indietro
close = Chiudi
help = Aiuto
badge = Protetto da Nango
reference = Riferimento: { $reference }
reference-hint = Comunica questo riferimento all’assistenza, che potrà vedere che cosa è successo.
error-prefix = Errore:
opens-in-new-tab = si apre in una nuova scheda
try-again = Riprova
done = Fine

leave-title = Uscire senza collegare l’account?
leave-text = I dati inseriti andranno persi.
leave-stay = Resta qui
leave-go = Esci

time-text = Il tempo di questa pagina scade tra cinque minuti.
time-extend = Resta altri 30 minuti
time-extended = Fatto. Hai altri 30 minuti.
time-failed = Non è stato possibile prolungare il tempo. I dati inseriti sono ancora qui.

## Opened without a session

waiting-title = Collega il tuo account
waiting-text = Un momento…
bare-title = Questo indirizzo si apre da un’app
bare-text = Qui colleghi i tuoi account di altri servizi quando un’app te lo chiede. Torna all’app e scegli lì il collegamento, oppure apri il link che hai ricevuto.
unopened-title = L’app non ha aperto questa pagina correttamente
unopened-text = Chiudi la pagina e riprova nell’app. Se non basta, informa chi gestisce { $app }.
refusal-title = Questa pagina non può essere mostrata qui
refusal-text = { $origin } non è nell’elenco degli indirizzi che possono mostrarla: non è stato aperto né condiviso nulla.
refusal-admin = Se gestisci questa app, aggiungi l’indirizzo in «Environment settings», «Connect UI», «Allowed origins».

## Picker

picker-title = Che cosa vuoi collegare?
picker-to = Stai collegando un servizio a { $app } come { $person }.
picker-to-unnamed = Stai collegando un servizio a { $app } senza indicare un utente.
picker-search = Cerca
picker-count = { $count ->
    [one] Un servizio
   *[other] { $count } servizi
}
picker-empty = Nessun risultato per «{ $query }».
picker-nothing = Nessun servizio qui ha questo nome.
picker-all = Mostra tutto
no-integrations-title = Ancora nulla da collegare
no-integrations-text = In { $app } non è stato ancora configurato alcun servizio. Chi gestisce l’app può aggiungerne.

## Results

done-title = Il tuo account { $service } è collegato
done-text = { $app } può usarlo da adesso.
done-close = Puoi chiudere questa pagina.
done-another = Collega un altro account
failure-title = Il tuo account { $service } non è stato collegato
expired-title = Il tempo di questa pagina è scaduto
expired-text = È scaduto alle ore { $time }. Torna a { $app } e ricomincia.
expired-text-plain = Torna a { $app } e ricomincia.
expired-who = Se hai aperto un link per arrivare qui, chiedine uno nuovo a chi te l’ha inviato.
finished-title = È già fatto
finished-text = Il tuo account { $service } è collegato. Qui non c’è altro da fare.
finished-text-plain = Un account è collegato. Qui non c’è altro da fare.
not-found-title = Non c’è nulla a questo indirizzo
not-found-text = Il link potrebbe essere incompleto. Copialo per intero, oppure torna a { $app } e ricomincia.
error-title = Qualcosa non ha funzionato da parte nostra
error-text = Non dipende da te. Riprova tra un minuto.
error-busy-title = Troppe richieste in poco tempo
error-busy-text = Questa pagina è stata aperta molto spesso in poco tempo. Attendi un minuto, poi riprova.
error-maintenance-title = Torniamo subito
error-maintenance-text = Il servizio non è disponibile al momento. Riprova tra un minuto.
error-ended-title = Questa pagina non è più in uso
error-ended-text = { $app } l’ha chiusa. Torna a { $app } e ricomincia.
error-browser-title = Questa pagina è aperta altrove
error-browser-text = Appartiene al browser che ha aperto il link per primo. Continua lì, oppure apri di nuovo il link qui.
error-large-title = Il contenuto è troppo lungo per questo modulo
error-large-text = Uno dei campi contiene molto più del necessario. Torna indietro e controlla che cosa hai incollato.
error-unsupported-title = Questo tipo di collegamento non è ancora disponibile
error-unsupported-text = Non è stato collegato nulla. Chi gestisce { $app } può scegliere un altro modo per collegare questo servizio.

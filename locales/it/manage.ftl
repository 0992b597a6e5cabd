## The user's own page

manage-title = I tuoi account collegati
manage-to = Ciò che { $app } può usare come { $person }.
manage-to-unnamed = Ciò che { $app } può usare.
manage-empty = Nessun account è ancora collegato a { $app }.
manage-attention-count = { $count ->
    [one] Un account richiede la tua attenzione.
   *[other] { $count } account richiedono la tua attenzione.
}
manage-works = Funziona
manage-unchecked = Non ancora verificato
manage-awaited = In attesa di { $service }
manage-attention = Richiede la tua attenzione
manage-since = Data del collegamento: { $since }. Non ancora usato.
manage-since-used = Data del collegamento: { $since }. Ultimo utilizzo: { $used }.
manage-granted = Accesso concesso
manage-reconnect = Ricollega
manage-reconnect-name = Ricollega { $name }
manage-rename = Rinomina
manage-rename-name = Rinomina { $name }
manage-disconnect = Scollega
manage-disconnect-name = Scollega { $name }
manage-connect-first = Collega un account
manage-back = Torna ai tuoi account

manage-rename-title = Dai un nome al tuo account { $service }
manage-name = Nome
manage-name-hint = Un nome facile da riconoscere, per esempio «Team assistenza». Lascia il campo vuoto per usare il nome del servizio.
manage-name-long = Un nome può avere al massimo { $max } caratteri. Accorcialo.
manage-save = Salva
manage-saving = Salvataggio…

manage-disconnect-title = Vuoi scollegare il tuo account { $service }?
manage-disconnect-text = { $app } non potrà più usare questo account, e i dati salvati per accedervi saranno eliminati.
manage-disconnect-service = Chiediamo anche a { $service } di revocare l’accesso, se il servizio lo consente. Il tuo account { $service } in sé resta com’è.
manage-disconnecting = Richiesta a { $service }…
manage-keep = Mantieni il collegamento
manage-receipt-title = Il tuo account { $service } è scollegato
manage-receipt-here = { $app } non può più usare questo account. I dati salvati per accedervi sono stati eliminati.
manage-receipt-revoked = { $service } ha confermato di aver revocato l’accesso.
manage-receipt-partly = { $service } ha revocato una parte dell’accesso. Il resto termina da solo alla scadenza. Per sicurezza, puoi revocarlo tu direttamente nel servizio.
manage-receipt-not-offered = { $service } non ci offre un modo per revocare l’accesso. Se hai fornito una chiave o una password, eliminala o cambiala nel servizio.
manage-receipt-failed = Abbiamo chiesto a { $service } di revocare l’accesso, ma non abbiamo ricevuto conferma. Puoi revocarlo tu direttamente nel servizio.
manage-receipt-link = Vai a { $service }

# What went wrong in an attempt, by its stable code; who can fix it, and how.

## Who can do something

code-by-end-user = La persona che collega l’account
code-by-owner = Tu, nel tuo backend o nell’integrazione
code-by-service = Il servizio
code-by-operator = Chi gestisce questo server

## The codes

code-fields-refused = I dati inseriti non corrispondono a quanto richiede il modulo
code-fields-refused-remedy = La persona vede accanto a ogni campo che cosa serve. Se molti si fermano qui, forse i suggerimenti del modulo vanno migliorati.
code-credentials-refused = Il servizio non ha accettato le credenziali inserite
code-credentials-refused-remedy = La persona ha bisogno di altre credenziali o di più permessi nel servizio. Il passaggio riporta lo stato restituito dal servizio.
code-check-unclear = La risposta del servizio non dice nulla sulle credenziali
code-check-unclear-remedy = Il servizio potrebbe non funzionare, oppure il suo indirizzo non è quello inserito. Riprova più tardi; se non cambia, forse il controllo previsto dalla definizione non è aggiornato.
code-check-impossible = La definizione e i valori non consentono alcuna chiamata di verifica
code-check-impossible-remedy = Controlla la definizione del provider: connect-ui providers check indica che cosa manca.
code-access-denied = La persona non ha consentito l’accesso nel servizio
code-access-denied-remedy = Non c’è alcun guasto. Se molti rifiutano, chiedi meno autorizzazioni.
code-no-code = Il servizio ha rimandato indietro la persona senza un codice
code-no-code-remedy = Confronta l’URL di callback e le autorizzazioni con quelli registrati presso il servizio.
code-approval-requested = L’installazione deve ancora essere approvata nel servizio
code-approval-requested-remedy = La approva chi ha il diritto di farlo; la connessione si completa da sola.
code-issuer-mismatch = La risposta non proviene dal server interpellato
code-issuer-mismatch-remedy = Non è stato scambiato nulla. Se si ripete, controlla l’emittente nella definizione.
code-token-refused = Il servizio ha rifiutato la richiesta del token
code-token-refused-remedy = Il passaggio contiene l’errore del servizio. Spesso sono sbagliati il segreto client, l’URL di callback o l’orologio.
code-unable-to-parse-token-response = La risposta del servizio non è leggibile
code-unable-to-parse-token-response-remedy = Il servizio ha risposto qualcosa di diverso da quanto prevede la sua definizione. Segnalalo a chi la gestisce.
code-service-unreachable = Il servizio non ha risposto
code-service-unreachable-remedy = Riprova più tardi. Se non risponde mai, controlla l’indirizzo e se questo server può chiamarlo (CONNECT_UI_OUTBOUND_ALLOW).
code-provider-config-err = Il client o l’app dell’integrazione manca o non viene accettato
code-provider-config-err-remedy = Apri l’integrazione e inserisci l’ID client e il segreto indicati dal servizio.
code-unknown-config-key = La definizione del provider manca o è incompleta
code-unknown-config-key-remedy = Aggiungi di nuovo la definizione (CONNECT_UI_PROVIDERS) oppure elimina l’integrazione.
code-auth-mode-err = Questa integrazione non si può collegare in questo modo
code-auth-mode-err-remedy = Usa la chiamata o la pagina adatta al tipo di autenticazione del provider.
code-url-param-err = Un valore necessario per l’indirizzo del servizio manca o è sbagliato
code-url-param-err-remedy = La persona lo inserisce nel modulo, oppure la sessione lo imposta in integrations_config_defaults.
code-foreign-installation = La persona non può vedere l’installazione restituita
code-foreign-installation-remedy = Deve accedere al servizio con l’account che l’ha installata.
code-connection-test-failed = Il servizio non ha accettato le credenziali dell’integrazione
code-connection-test-failed-remedy = Confronta le impostazioni dell’integrazione con quelle del servizio.
code-unknown-connect-session-token = La sessione di collegamento è sconosciuta o scaduta
code-unknown-connect-session-token-remedy = Il tuo backend crea una nuova sessione poco prima di usarla.
code-integration-not-allowed = La sessione non consente questa integrazione
code-integration-not-allowed-remedy = Indicala in allowed_integrations, oppure ometti quel parametro.
code-exchange-needs-connect-ui = Il codice della sessione non può passare da una finestra aperta dall’SDK
code-exchange-needs-connect-ui-remedy = Apri Connect UI invece di nango.auth(), oppure ometti connect_ui.completion.
code-verification-required = La sessione deve verificare chi si collega, e può farlo solo il suo link ospitato
code-verification-required-remedy = Invia alla persona il suo connect_link.
code-flow-expired = La persona non è tornata in tempo dal servizio
code-flow-expired-remedy = Può riprovare. Se molti non tornano, controlla che cosa mostra loro il servizio.
code-cancelled = La persona ha annullato
code-cancelled-remedy = Non c’è nulla da fare.
code-session-ended = Nel frattempo la sessione è stata chiusa o l’integrazione eliminata
code-session-ended-remedy = Il tuo backend crea una nuova sessione.
code-connection-deleted = La connessione da ripristinare è stata eliminata
code-connection-deleted-remedy = Il tuo backend crea una sessione per una nuova connessione.
code-not-stored = Il database non ha salvato la connessione
code-not-stored-remedy = Chi gestisce questo server controlla il suo log e /ready.
code-unknown-err = Non è stato possibile stabilire la connessione
code-unknown-err-remedy = Chi gestisce questo server trova il motivo nel suo log.
code-not-verified = Il codice ricevuto per e-mail era sbagliato
code-not-verified-remedy = La persona inserisce il codice più recente, oppure ne chiede un altro.
code-popup-blocked = Il browser ha bloccato la finestra del servizio
code-popup-blocked-remedy = La persona consente i popup per la tua pagina. Apri la finestra direttamente al clic, senza attendere nulla.
code-popup-closed = La finestra del servizio è stata chiusa prima della fine
code-popup-closed-remedy = La persona può riprovare.
code-lookup-failed = Non è stato possibile ottenere un valore necessario per le chiamate
code-lookup-failed-remedy = Un nuovo tentativo avviene quando il tuo backend legge la connessione. Gli errori della connessione indicano quale valore manca.
code-refresh-token-external-error = Non è stato possibile rinnovare le credenziali
code-refresh-token-external-error-remedy = Se continua, la persona collega di nuovo l’account: il servizio ha revocato l’accesso.
code-refresh-interrupted = L’esito di un rinnovo non è noto
code-refresh-interrupted-remedy = Forse il servizio ha sostituito il token. Se anche il prossimo rinnovo non riesce, la persona collega di nuovo l’account.

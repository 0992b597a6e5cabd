# Around the service's own pages: leaving, waiting, coming back.

leaving-title = Apertura di { $service }
leaving-text = Se non succede nulla, usa il pulsante.
ready-title = Continua su { $service }
ready-text = { $service } si apre in un’altra finestra. Questa pagina ti aspetta.
away-title = In attesa di { $service }
away-text = Completa l’operazione nella finestra che si è aperta. Questa pagina si aggiorna da sola.
away-text-here = Hai aperto { $service } e non hai ancora completato l’operazione.
away-again = Riapri { $service }
away-cancel = Annulla
exchange-title = Collegamento a { $service }
exchange-text = Un momento: stiamo ricevendo l’ultimo dato da { $service }.
result-close = Puoi chiudere questa finestra e tornare a { $app }.
result-close-window = Chiudi questa finestra
interstitial-title = Vuoi collegare { $service }?
interstitial-text = Non possiamo vedere da dove viene il link che hai aperto. Continua solo se hai fatto tu questa richiesta in { $app }.
resubmit-title = Quasi fatto
resubmit-text = Un momento.
resubmit-continue = Continua

flow-denied = L’accesso non è stato consentito su { $service }. Se non era quello che volevi, riprova e consenti l’accesso.
flow-approval = Chi gestisce { $service } deve ancora approvare questa operazione. Chiedi l’approvazione, poi ripeti il collegamento.
flow-no-answer = { $service } non ha risposto in tempo. Riprova tra qualche minuto.
flow-refused = { $service } non ha accettato l’accesso. Riprova; se succede ancora, comunica il riferimento a chi gestisce { $app }.
flow-owner = Il collegamento a { $service } non è configurato correttamente. Solo chi gestisce { $app } può risolvere il problema: comunica il riferimento indicato.
flow-definition-changed = Il percorso verso { $service } è stato modificato mentre eri lì. Non è stato collegato nulla. Riprova.
flow-values = { $service } non è raggiungibile con questi valori. Controlla i dati inseriti e riprova.
flow-foreign-installation = Questa installazione su { $service } appartiene a qualcun altro, quindi non è stata collegata. Accedi a { $service } con un account che può vederla e riprova.
flow-other-server = La risposta non proviene dal server previsto, quindi non l’abbiamo usata. Riprova.
flow-too-late = Il passaggio su { $service } è durato troppo. Riprova: hai mezz’ora di tempo.
flow-cancelled = Hai annullato. Non è stato collegato nulla.
flow-not-stored = { $service } ha dato il consenso, ma non è stato possibile salvare la connessione. Riprova tra un minuto.
flow-unknown = Non è stato possibile collegare { $service }. Riprova tra un minuto.

flow-closed-browser-title = Completa l’operazione dove l’hai iniziata
flow-closed-browser-text = Questo collegamento è stato iniziato in un altro browser o in un’altra finestra. Torna lì: per la tua sicurezza non si può completare qui.
flow-closed-used-title = Questo passaggio è già stato completato
flow-closed-used-text = L’indirizzo di ritorno dal servizio si può usare una sola volta. Puoi chiudere questa finestra e tornare a { $app }.
flow-closed-expired-title = È passato troppo tempo
flow-closed-expired-text = Il tempo per questo collegamento è scaduto. Chiudi questa finestra, torna a { $app } e ricomincia.
flow-closed-unknown-title = Non conosciamo questo collegamento
flow-closed-unknown-text = L’indirizzo che hai aperto è incompleto o non è nostro. Torna a { $app } e ricomincia.
flow-start-used-title = Questo pulsante è già stato usato
flow-start-used-text = Torna a { $app }: la pagina aperta lì mostra la situazione.

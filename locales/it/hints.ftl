## What a pasted value is instead

hint-if-meant = Se il valore è comunque giusto, inseriscilo ancora una volta e invia di nuovo.
hint-whole-header = Hai incollato un’intestazione intera. Inserisci solo la chiave, senza «Bearer» né altro prima.
hint-assignment = Hai incollato una riga intera di un file di configurazione. Inserisci solo ciò che segue il segno di uguale.
hint-other-service = Sembra una chiave di { $name }, non di { $service }. Copia quella di { $service }.
hint-wrong-kind = È un altro tipo di chiave. { $service } richiede quella che inizia con { $name }.
hint-publishable-key = È la chiave pubblica, che chiunque può vedere e che qui non serve. Copia quella segreta, che inizia con { $name }.
hint-test-key = È una chiave di prova. Permette di raggiungere solo dati di prova.
hint-key-name = È il nome della chiave, non la chiave stessa. Copia il suo valore.
hint-webhook-secret = Questo segreto serve a verificare i webhook. Copia invece la chiave API.
hint-password-not-token = Sembra una password. { $service } richiede un token, che puoi creare nel tuo account.

## What a service's refusal means

hint-token-unknown = { $service } ha risposto, ma non riconosce questo dato: { $label }. Controlla di averlo copiato per intero e che non sia stato eliminato nel servizio.
hint-pair-unknown = { $service } ha risposto, ma questi dati non corrispondono tra loro. Controlla che la chiave sia dello stesso account e di averla copiata per intero.
hint-address-unknown = { $service } non ha alcun account a questo indirizzo. Controlla questa parte dell’indirizzo.
hint-token-expired = Questo dato è scaduto: { $label }. Creane uno nuovo su { $service }.
hint-token-revoked = Questo dato è stato revocato o disattivato su { $service }: { $label }. Creane uno nuovo.
hint-scope-missing = { $service } riconosce questo dato ({ $label }), ma i suoi permessi non bastano. Assegna i permessi indicati nella guida, oppure creane uno che li abbia.
hint-wrong-region = { $service } non riconosce questo dato ({ $label }) nella regione che hai scelto. Scegli la regione del tuo account.
hint-token-access-off = Questo tipo di accesso è disattivato nel tuo account { $service }. Chi lo amministra può attivarlo.
hint-account-inactive = { $service } indica che questo account non è attivo, o che il suo piano non comprende l’accesso all’API. Accedi al servizio per vedere il motivo.
hint-address-not-listed = { $service } accetta chiamate solo dagli indirizzi elencati nell’account. Chi lo amministra può ampliare l’elenco.
hint-single-sign-on = La tua organizzazione richiede l’accesso Single Sign-On (SSO). Apri questo dato ({ $label }) su { $service } e autorizzalo per l’organizzazione.
hint-locked-out = { $service } rifiuta questo accesso dopo troppi tentativi. Accedi una volta dalle pagine del servizio, poi riprova qui.

reconnect-who = Stai ricollegando { $service } a { $app } come { $person }.
reconnect-who-unnamed = Stai ricollegando { $service } a { $app } senza indicare un utente.
reconnect-trouble = Perché te lo chiediamo
reconnect-refused-since = Dal giorno { $date }, { $app } non riesce più a rinnovare il suo accesso al tuo account { $service }. Succede quando una password viene cambiata o l’accesso viene revocato nel servizio.
reconnect-refused = { $app } non riesce più a rinnovare il suo accesso al tuo account { $service }. Succede quando una password viene cambiata o l’accesso viene revocato nel servizio.
reconnect-interrupted-since = Il giorno { $date } un rinnovo dell’accesso al tuo account { $service } si è interrotto, e l’accesso potrebbe essere andato perso.
reconnect-interrupted = Un rinnovo dell’accesso al tuo account { $service } si è interrotto, e l’accesso potrebbe essere andato perso.
reconnect-look-up = { $app } non riesce a leggere tutto ciò di cui ha bisogno dal tuo account { $service }.
reconnect-remedy = Ricollegare l’account risolve il problema. In { $app } non cambia altro.
reconnect-button = Ricollega
reconnect-no-input = Non c’è nulla da compilare. Scegli «Ricollega» e al resto pensiamo noi.
reconnect-done-title = Il tuo account { $service } è di nuovo collegato
reconnect-done-text = { $app } può usarlo di nuovo.
reconnect-gone-title = Questa connessione non esiste più
reconnect-gone-text = { $app } ha rimosso la connessione da ripristinare. Torna a { $app } e collega lì il tuo account. Se hai aperto un link per arrivare qui, chiedine uno nuovo a chi te l’ha inviato.
reconnect-date = { $day } { $month ->
    [m1] gennaio
    [m2] febbraio
    [m3] marzo
    [m4] aprile
    [m5] maggio
    [m6] giugno
    [m7] luglio
    [m8] agosto
    [m9] settembre
    [m10] ottobre
    [m11] novembre
   *[m12] dicembre
} { $year }

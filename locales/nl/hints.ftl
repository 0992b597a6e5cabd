## What a pasted value is instead

hint-if-meant = Als de waarde toch klopt, voer die dan nog een keer in en verstuur het formulier opnieuw.
hint-whole-header = Je hebt een hele header geplakt. Voer alleen de sleutel zelf in, zonder “Bearer” of iets anders ervoor.
hint-assignment = Je hebt een hele regel uit een configuratiebestand geplakt. Voer alleen in wat er na het isgelijkteken staat.
hint-other-service = Dit lijkt een sleutel van { $name } te zijn, niet van { $service }. Kopieer die van { $service }.
hint-wrong-kind = Dit is een ander soort sleutel. { $service } heeft de sleutel nodig die begint met { $name }.
hint-publishable-key = Dit is de openbare sleutel, die iedereen mag zien en die je hier niet kunt gebruiken. Kopieer de geheime sleutel, die begint met { $name }.
hint-test-key = Dit is een testsleutel. Daarmee zijn alleen testgegevens bereikbaar.
hint-key-name = Dit is de naam van de sleutel, niet de sleutel zelf. Kopieer de waarde.
hint-webhook-secret = Dit geheim is voor het controleren van webhooks. Kopieer in plaats daarvan de API-sleutel.
hint-password-not-token = Dit lijkt een wachtwoord te zijn. { $service } heeft een token nodig, dat je daar zelf maakt.

## What a service's refusal means

hint-token-unknown = { $service } heeft geantwoord, maar kent deze waarde niet: { $label }. Controleer of je alles hebt gekopieerd en of de waarde daar niet is verwijderd.
hint-pair-unknown = { $service } heeft geantwoord, maar deze gegevens horen niet bij elkaar. Controleer of de sleutel van hetzelfde account is en of je alles hebt gekopieerd.
hint-address-unknown = { $service } heeft op dit adres geen account. Controleer dit deel van het adres.
hint-token-expired = Deze waarde is verlopen: { $label }. Maak bij { $service } een nieuwe aan.
hint-token-revoked = Deze waarde is bij { $service } ingetrokken of uitgeschakeld: { $label }. Maak daar een nieuwe aan.
hint-scope-missing = { $service } kent deze waarde ({ $label }), maar die heeft niet genoeg rechten. Geef de rechten die in de uitleg staan, of maak een nieuwe aan met die rechten.
hint-wrong-region = { $service } kent deze waarde ({ $label }) niet in de regio die je hebt gekozen. Kies de regio van je account.
hint-token-access-off = Deze manier van inloggen is in je { $service }-account uitgeschakeld. Wie het account beheert, kan die inschakelen.
hint-account-inactive = { $service } meldt dat dit account niet actief is, of dat het abonnement geen API-toegang heeft. Log daar in om de reden te zien.
hint-address-not-listed = { $service } laat alleen aanroepen toe vanaf adressen die in het account zijn opgegeven. Wie het account beheert, kan de lijst uitbreiden.
hint-single-sign-on = Je organisatie vereist eenmalige aanmelding (SSO). Open deze waarde ({ $label }) bij { $service } en autoriseer die voor de organisatie.
hint-locked-out = { $service } weigert het inloggen na te veel pogingen. Log één keer in op de eigen pagina’s van de dienst en probeer het dan hier opnieuw.

summary-title = { $count ->
    [one] Eén punt vraagt je aandacht
   *[other] { $count } punten vragen je aandacht
}
summary-title-check = Nog niet gekoppeld

## A field's value

problem-missing = Voer “{ $label }” in
problem-missing-choice = Kies “{ $label }”
problem-not-an-option = Kies een van de opties van “{ $label }”
problem-pattern = Dit lijkt niet op “{ $label }”. Vergelijk het met wat er bij { $service } staat
problem-pattern-example = Dit lijkt niet op “{ $label }”. Het moet lijken op { $example }
problem-hostname = Voer alleen de hostnaam in, bijvoorbeeld { $example }, zonder https:// en zonder pad
problem-uri = Voer het hele adres in, beginnend met https://
problem-uuid = Voer de ID in met alle 36 tekens, zoals { $example }
problem-email = Voer een e-mailadres in, zoals naam@example.com
problem-host-label = Voer alleen het eerste deel van je adres in, bijvoorbeeld { $example } uit { $address }
problem-host-label-plain = Voer alleen het deel van je adres in dat hier hoort: letters, cijfers en koppeltekens
problem-authority = Voer alleen een hostnaam in, zo nodig met een poort, bijvoorbeeld { $example }
problem-too-long = Dit is te lang. Voer hoogstens { $max } tekens in

## What was repaired in a pasted value

repairs-title = { $count ->
    [one] We hebben je invoer opgeschoond
   *[other] We hebben je invoer op { $count } plaatsen opgeschoond
}
repair-url-to-subdomain = { $label }: “{ $value }” uit het hele adres overgenomen.
repair-trimmed-blanks = { $label }: spaties aan het begin of einde verwijderd.
repair-zero-width = { $label }: onzichtbare tekens verwijderd.
repair-bearer-prefix = { $label }: “Bearer” verwijderd, dat voegen wij zelf toe.
repair-pem-line-breaks = { $label }: regeleinden hersteld.

## What the service said

check-refused = { $service } heeft deze gegevens niet geaccepteerd. Controleer of je alles hebt gekopieerd en of het account de API mag gebruiken.
check-refused-field = { $service } heeft deze waarde niet geaccepteerd: { $label }. Controleer of je alles hebt gekopieerd en of de waarde nog actief is.
check-denied = { $service } heeft de toegang geweigerd (403). Controleer wat je hebt ingevoerd en of je daarmee de API mag gebruiken.
check-status = { $service } gaf een onverwacht antwoord (status { $status }). Controleer wat je hebt ingevoerd of probeer het over een minuut opnieuw.
check-no-token = { $service } heeft geantwoord, maar gaf met deze gegevens geen toegang. Controleer wat je hebt ingevoerd.
check-unusable = { $service } gaf een antwoord dat we niet kunnen lezen. Controleer wat je hebt ingevoerd of laat het weten aan de beheerders van deze pagina.
check-unreachable = We konden { $host } niet bereiken. Controleer het adres of probeer het over een minuut opnieuw.
check-timed-out = { $host } deed te lang over een antwoord. Probeer het over een minuut opnieuw.
check-forbidden-address = { $host } is een privéadres waarmee we geen verbinding maken. Voer het openbare adres van je { $service }-account in.
check-tls = We konden geen beveiligde verbinding maken met { $host }, omdat het certificaat niet in orde is. Controleer het adres of laat het weten aan de beheerders van die server.
check-no-address = Met deze gegevens heeft { $service } geen adres waar we iets kunnen opvragen. Controleer wat je hebt ingevoerd of laat het weten aan de beheerders van deze pagina.
check-not-set-up = { $service } is hier niet volledig ingesteld en kan daarom nog niet worden gekoppeld. Laat het weten aan de beheerders van deze pagina; je kunt hier zelf niets aan veranderen.
check-not-stored = We konden dit niet opslaan, dus er is niets gekoppeld. Probeer het over een minuut opnieuw.

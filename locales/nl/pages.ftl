## Frame around every page

back = Terug
close = Sluiten
help = Hulp
badge = Beveiligd door Nango
reference = Referentie: { $reference }
reference-hint = Geef deze referentie aan de klantenservice, dan kunnen ze nagaan wat er is gebeurd.
error-prefix = Fout:
opens-in-new-tab = opent in een nieuw tabblad
try-again = Opnieuw proberen
done = Klaar

leave-title = Weggaan zonder te koppelen?
leave-text = Wat je hebt ingevoerd, gaat verloren.
leave-stay = Hier blijven
leave-go = Weggaan

time-text = De tijd voor deze pagina is over vijf minuten voorbij.
time-extend = 30 minuten langer blijven
time-extended = Gelukt. Je hebt 30 minuten extra.
time-failed = De tijd kon niet worden verlengd. Wat je hebt ingevoerd, staat er nog.

## Opened without a session

waiting-title = Je account koppelen
waiting-text = Een ogenblik…
bare-title = Dit adres wordt vanuit een app geopend
bare-text = Hier koppel je je accounts bij andere diensten, als een app daarom vraagt. Ga terug naar de app en kies daar de koppeling, of open de link die je hebt ontvangen.
unopened-title = De app heeft deze pagina niet goed geopend
unopened-text = Sluit de pagina en probeer het opnieuw in de app. Als dat niet helpt, laat het dan weten aan het team van { $app }.
refusal-title = Deze pagina mag hier niet worden getoond
refusal-text = { $origin } staat niet op de lijst met adressen die de pagina mogen tonen, dus er is niets geopend en niets gedeeld.
refusal-admin = Als je deze app beheert: voeg het adres toe onder “Environment settings”, “Connect UI”, “Allowed origins”.

## Picker

picker-title = Wat wil je koppelen?
picker-to = Je koppelt een dienst aan { $app } als { $person }.
picker-to-unnamed = Je koppelt een dienst aan { $app } zonder gebruikersnaam.
picker-search = Zoeken
picker-count = { $count ->
    [one] Eén dienst
   *[other] { $count } diensten
}
picker-empty = Geen resultaten voor “{ $query }”.
picker-nothing = Geen enkele dienst hier heeft die naam.
picker-all = Alles tonen
no-integrations-title = Nog niets om te koppelen
no-integrations-text = Voor { $app } zijn nog geen diensten ingesteld. Wie de app beheert, kan ze toevoegen.

## Results

done-title = Je { $service }-account is gekoppeld
done-text = { $app } kan het vanaf nu gebruiken.
done-close = Je kunt deze pagina sluiten.
done-another = Nog een account koppelen
failure-title = Je { $service }-account is niet gekoppeld
expired-title = De tijd voor deze pagina is voorbij
expired-text = De tijd was om { $time } voorbij. Ga terug naar { $app } en begin opnieuw.
expired-text-plain = Ga terug naar { $app } en begin opnieuw.
expired-who = Als je via een link hier bent gekomen, vraag de afzender dan om een nieuwe.
finished-title = Dit is al gedaan
finished-text = Je { $service }-account is gekoppeld. Je hoeft hier niets meer te doen.
finished-text-plain = Er is een account gekoppeld. Je hoeft hier niets meer te doen.
not-found-title = Op dit adres is niets te vinden
not-found-text = De link is misschien onvolledig. Kopieer de hele link, of ga terug naar { $app } en begin opnieuw.
error-title = Er ging bij ons iets mis
error-text = Het ligt niet aan jou. Probeer het over een minuut opnieuw.
error-busy-title = Te veel verzoeken in korte tijd
error-busy-text = Deze pagina is in korte tijd heel vaak geopend. Wacht een minuut en probeer het dan opnieuw.
error-maintenance-title = We zijn zo terug
error-maintenance-text = De dienst is op dit moment niet beschikbaar. Probeer het over een minuut opnieuw.
error-ended-title = Deze pagina is niet meer in gebruik
error-ended-text = { $app } heeft de pagina gesloten. Ga terug naar { $app } en begin opnieuw.
error-browser-title = Deze pagina is ergens anders geopend
error-browser-text = De pagina hoort bij de browser die de link als eerste heeft geopend. Ga daar verder, of open de link hier opnieuw.
error-large-title = De inhoud is te lang voor dit formulier
error-large-text = Een van de velden bevat veel meer dan nodig is. Ga terug en controleer wat je hebt geplakt.
error-unsupported-title = Deze manier van koppelen wordt nog niet ondersteund
error-unsupported-text = Er is niets gekoppeld. Het team van { $app } kan een andere manier kiezen om deze dienst te koppelen.

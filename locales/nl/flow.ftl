# Around the service's own pages: leaving, waiting, coming back.

leaving-title = Je gaat naar { $service }
leaving-text = Gebruik de knop als er niets gebeurt.
ready-title = Ga verder bij { $service }
ready-text = { $service } wordt in een eigen venster geopend. Deze pagina wacht op je.
away-title = Wachten op { $service }
away-text = Rond het af in het geopende venster. Deze pagina merkt dat vanzelf.
away-text-here = Je bent naar { $service } gegaan en hebt het daar nog niet afgerond.
away-again = { $service } opnieuw openen
away-cancel = Annuleren
exchange-title = { $service } wordt gekoppeld
exchange-text = Een ogenblik: we halen het laatste gegeven op bij { $service }.
result-close = Je kunt dit venster sluiten en teruggaan naar { $app }.
result-close-window = Dit venster sluiten
interstitial-title = { $service } koppelen?
interstitial-text = We kunnen niet zien waar de link vandaan komt die je hierheen heeft gebracht. Ga alleen verder als je dit zelf in { $app } hebt aangevraagd.
resubmit-title = Bijna klaar
resubmit-text = Een ogenblik.
resubmit-continue = Verder

flow-denied = De toegang is bij { $service } niet toegestaan. Als je dat niet wilde, probeer het dan opnieuw en sta de toegang daar toe.
flow-approval = Iemand die { $service } beheert, moet dit nog goedkeuren. Vraag om die goedkeuring en koppel het account daarna opnieuw.
flow-no-answer = { $service } heeft niet op tijd geantwoord. Probeer het over een paar minuten opnieuw.
flow-refused = { $service } heeft het inloggen niet geaccepteerd. Probeer het opnieuw; als het weer gebeurt, geef dan de referentie door aan het team van { $app }.
flow-owner = De koppeling met { $service } is niet goed ingesteld. Alleen het team van { $app } kan dit verhelpen: geef de referentie door.
flow-definition-changed = De weg naar { $service } is gewijzigd terwijl je daar was. Er is niets gekoppeld. Probeer het opnieuw.
flow-values = { $service } is met deze gegevens niet bereikbaar. Controleer wat je hebt ingevoerd en probeer het opnieuw.
flow-foreign-installation = Deze installatie bij { $service } is van iemand anders en is daarom niet gekoppeld. Log bij { $service } in met een account dat de installatie mag zien, en probeer het opnieuw.
flow-other-server = Het antwoord kwam niet van de server waar we je naartoe hebben gestuurd, dus we hebben het niet gebruikt. Probeer het opnieuw.
flow-too-late = Het duurde te lang bij { $service }. Probeer het opnieuw; je hebt een half uur.
flow-cancelled = Je hebt geannuleerd. Er is niets gekoppeld.
flow-not-stored = { $service } heeft toestemming gegeven, maar de koppeling kon niet worden opgeslagen. Probeer het over een minuut opnieuw.
flow-unknown = { $service } kon niet worden gekoppeld. Probeer het over een minuut opnieuw.

flow-closed-browser-title = Rond het af waar je bent begonnen
flow-closed-browser-text = Deze koppeling is in een andere browser of een ander venster begonnen. Ga daarnaar terug; voor je veiligheid kun je de koppeling hier niet afronden.
flow-closed-used-title = Dit is al afgerond
flow-closed-used-text = De weg terug van de dienst kan maar één keer worden gebruikt. Je kunt dit venster sluiten en teruggaan naar { $app }.
flow-closed-expired-title = Het heeft te lang geduurd
flow-closed-expired-text = De tijd voor deze koppeling is voorbij. Sluit dit venster, ga terug naar { $app } en begin opnieuw.
flow-closed-unknown-title = We kennen deze koppeling niet
flow-closed-unknown-text = Het adres dat je hierheen heeft gebracht, is onvolledig of niet van ons. Ga terug naar { $app } en begin opnieuw.
flow-start-used-title = Deze knop is al gebruikt
flow-start-used-text = Ga terug naar { $app }: de pagina daar toont de status.

## The user's own page

manage-title = Je gekoppelde accounts
manage-to = Wat { $app } kan gebruiken als { $person }.
manage-to-unnamed = Wat { $app } kan gebruiken.
manage-empty = Er is nog niets gekoppeld aan { $app }.
manage-attention-count = { $count ->
    [one] Eén account vraagt je aandacht.
   *[other] { $count } accounts vragen je aandacht.
}
manage-works = Werkt
manage-unchecked = Nog niet gecontroleerd
manage-awaited = Wacht op { $service }
manage-attention = Vraagt je aandacht
manage-since = Gekoppeld sinds { $since }. Nog niet gebruikt.
manage-since-used = Gekoppeld sinds { $since }. Laatst gebruikt op { $used }.
manage-granted = Welke toegang is verleend
manage-reconnect = Opnieuw koppelen
manage-reconnect-name = { $name } opnieuw koppelen
manage-rename = Naam wijzigen
manage-rename-name = Naam wijzigen: { $name }
manage-disconnect = Ontkoppelen
manage-disconnect-name = { $name } ontkoppelen
manage-connect-first = Een account koppelen
manage-back = Terug naar je accounts

manage-rename-title = Geef je { $service }-account een naam
manage-name = Naam
manage-name-hint = Een naam die je herkent, bijvoorbeeld “Supportteam”. Laat het veld leeg om de naam van de dienst te gebruiken.
manage-name-long = Een naam mag hoogstens { $max } tekens hebben. Maak de naam korter.
manage-save = Opslaan
manage-saving = Opslaan…

manage-disconnect-title = Je { $service }-account ontkoppelen?
manage-disconnect-text = { $app } kan dit account dan niet meer gebruiken. Wat is opgeslagen om daar in te loggen, wordt verwijderd.
manage-disconnect-service = We vragen { $service } ook de toegang te beëindigen, als dat daar kan. Je { $service }-account zelf blijft zoals het is.
manage-disconnecting = Vragen aan { $service }…
manage-keep = Gekoppeld laten
manage-receipt-title = Je { $service }-account is ontkoppeld
manage-receipt-here = { $app } kan dit account niet meer gebruiken. Wat was opgeslagen om daar in te loggen, is verwijderd.
manage-receipt-revoked = { $service } heeft bevestigd dat de toegang ook daar is beëindigd.
manage-receipt-partly = { $service } heeft een deel van de toegang beëindigd. De rest eindigt vanzelf als de tijd voorbij is. Voor de zekerheid kun je de toegang daar zelf beëindigen.
manage-receipt-not-offered = { $service } biedt ons geen manier om de toegang daar te beëindigen. Heb je een sleutel of wachtwoord ingevoerd, verwijder of wijzig dat dan bij de dienst.
manage-receipt-failed = We hebben { $service } gevraagd de toegang ook daar te beëindigen, maar geen bevestiging gekregen. Je kunt de toegang daar zelf beëindigen.
manage-receipt-link = Naar { $service }

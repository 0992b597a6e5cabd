reconnect-who = Je koppelt { $service } opnieuw aan { $app } als { $person }.
reconnect-who-unnamed = Je koppelt { $service } opnieuw aan { $app } zonder gebruikersnaam.
reconnect-trouble = Waarom we dit vragen
reconnect-refused-since = Sinds { $date } kan { $app } de toegang tot je { $service }-account niet meer vernieuwen. Dat gebeurt als een wachtwoord is gewijzigd of de toegang daar is ingetrokken.
reconnect-refused = { $app } kan de toegang tot je { $service }-account niet meer vernieuwen. Dat gebeurt als een wachtwoord is gewijzigd of de toegang daar is ingetrokken.
reconnect-interrupted-since = Op { $date } is het vernieuwen van de toegang tot je { $service }-account onderbroken. De toegang is daarbij misschien verloren gegaan.
reconnect-interrupted = Het vernieuwen van de toegang tot je { $service }-account is onderbroken. De toegang is daarbij misschien verloren gegaan.
reconnect-look-up = { $app } kan niet alles lezen wat nodig is uit je { $service }-account.
reconnect-remedy = Opnieuw koppelen lost dit op. Verder verandert er niets in { $app }.
reconnect-button = Opnieuw koppelen
reconnect-no-input = Je hoeft niets in te vullen. Kies “Opnieuw koppelen”, dan doen wij de rest.
reconnect-done-title = Je { $service }-account is weer gekoppeld
reconnect-done-text = { $app } kan het weer gebruiken.
reconnect-gone-title = Deze koppeling bestaat niet meer
reconnect-gone-text = { $app } heeft de koppeling verwijderd die vernieuwd zou worden. Ga terug naar { $app } en koppel je account daar. Als je via een link hier bent gekomen, vraag de afzender dan om een nieuwe.
reconnect-date = { $day } { $month ->
    [m1] januari
    [m2] februari
    [m3] maart
    [m4] april
    [m5] mei
    [m6] juni
    [m7] juli
    [m8] augustus
    [m9] september
    [m10] oktober
    [m11] november
   *[m12] december
} { $year }

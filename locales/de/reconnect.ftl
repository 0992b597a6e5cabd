reconnect-who = Sie verbinden { $service } erneut mit { $app }, angemeldet als { $person }.
reconnect-who-unnamed = Sie verbinden { $service } erneut mit { $app }, ohne Angabe einer Person.
reconnect-trouble = Warum Sie gefragt werden
reconnect-refused-since = Seit dem { $date } kann { $app } den Zugang zu Ihrem Konto bei { $service } nicht mehr erneuern. Das kommt vor, wenn ein Passwort geändert oder der Zugang dort entzogen wurde.
reconnect-refused = { $app } kann den Zugang zu Ihrem Konto bei { $service } nicht mehr erneuern. Das kommt vor, wenn ein Passwort geändert oder der Zugang dort entzogen wurde.
reconnect-interrupted-since = Am { $date } wurde das Erneuern des Zugangs zu Ihrem Konto bei { $service } unterbrochen. Der Zugang ist dabei vielleicht verloren gegangen.
reconnect-interrupted = Das Erneuern des Zugangs zu Ihrem Konto bei { $service } wurde unterbrochen. Der Zugang ist dabei vielleicht verloren gegangen.
reconnect-look-up = { $app } kann in Ihrem Konto bei { $service } nicht alles lesen, was gebraucht wird.
reconnect-remedy = Wenn Sie Ihr Konto erneut verbinden, ist das behoben. In { $app } ändert sich sonst nichts.
reconnect-button = Erneut verbinden
reconnect-no-input = Hier ist nichts auszufüllen. Wählen Sie „Erneut verbinden“, den Rest erledigen wir.
reconnect-done-title = { $service } ist wieder verbunden
reconnect-done-text = { $app } kann es wieder verwenden.
reconnect-gone-title = Diese Verbindung gibt es nicht mehr
reconnect-gone-text = { $app } hat die Verbindung entfernt, die erneuert werden sollte. Gehen Sie zurück zu { $app } und verbinden Sie Ihr Konto dort. Sind Sie über einen Link gekommen, bitten Sie um einen neuen.
reconnect-date = { $day }. { $month ->
    [m1] Januar
    [m2] Februar
    [m3] März
    [m4] April
    [m5] Mai
    [m6] Juni
    [m7] Juli
    [m8] August
    [m9] September
    [m10] Oktober
    [m11] November
   *[m12] Dezember
} { $year }

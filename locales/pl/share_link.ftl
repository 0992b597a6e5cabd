link-expired-title = Ten link wygasł
link-expired-text = Był ważny przez ograniczony czas, który już minął. Poproś nadawcę o nowy.
link-revoked-title = Ten link wycofano
link-revoked-text = Wycofał go nadawca. Poproś go o nowy link, jeśli nadal chcesz połączyć konto.
link-used-title = Ten link został już użyty
link-used-text = Służył do połączenia jednego konta i to już nastąpiło. Jeśli to nie Ty, powiadom nadawcę linku.

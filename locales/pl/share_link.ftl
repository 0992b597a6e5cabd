link-expired-title = Ten link wygasł
link-expired-text = Był ważny przez ograniczony czas, który już minął. Poproś o nowy osobę, która go wysłała.
link-revoked-title = Ten link wycofano
link-revoked-text = Wycofała go osoba, która go wysłała. Poproś ją o nowy, jeśli nadal chcesz połączyć konto.
link-used-title = Ten link został już użyty
link-used-text = Służył do połączenia jednego konta i to już nastąpiło. Jeśli to nie Ty, powiadom osobę, która wysłała link.

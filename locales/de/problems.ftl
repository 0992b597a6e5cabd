summary-title = { $count ->
    [one] Eine Angabe stimmt noch nicht
   *[other] { $count } Angaben stimmen noch nicht
}
summary-title-check = Noch nicht verbunden

## Wert eines Feldes

problem-missing = Geben Sie „{ $label }“ ein
problem-missing-choice = Wählen Sie „{ $label }“ aus
problem-not-an-option = Wählen Sie bei „{ $label }“ eine der Möglichkeiten aus
problem-pattern = Das sieht nicht nach „{ $label }“ aus. Vergleichen Sie es mit der Angabe bei { $service }
problem-pattern-example = Das sieht nicht nach „{ $label }“ aus. Richtig wäre zum Beispiel { $example }
problem-hostname = Geben Sie nur den Hostnamen ein, zum Beispiel { $example }, ohne https:// und ohne Pfad
problem-uri = Geben Sie die ganze Adresse ein, beginnend mit https://
problem-uuid = Geben Sie die ID mit allen 36 Zeichen ein, wie { $example }
problem-email = Geben Sie eine E-Mail-Adresse ein, wie name@example.com
problem-host-label = Geben Sie nur den ersten Teil Ihrer Adresse ein, zum Beispiel { $example } aus { $address }
problem-host-label-plain = Geben Sie nur den Teil Ihrer Adresse ein, der hierher gehört: Buchstaben, Ziffern und Bindestriche
problem-authority = Geben Sie nur einen Hostnamen ein, falls nötig mit Port, zum Beispiel { $example }
problem-too-long = Das ist zu lang. Geben Sie höchstens { $max } Zeichen ein

## Was an einer Eingabe berichtigt wurde

repairs-title = { $count ->
    [one] Wir haben Ihre Eingabe bereinigt
   *[other] Wir haben Ihre Eingaben an { $count } Stellen bereinigt
}
repair-url-to-subdomain = { $label }: „{ $value }“ aus der ganzen Adresse übernommen.
repair-trimmed-blanks = { $label }: Leerzeichen am Anfang oder Ende entfernt.
repair-zero-width = { $label }: unsichtbare Zeichen entfernt.
repair-bearer-prefix = { $label }: „Bearer“ entfernt, das ergänzen wir selbst.
repair-pem-line-breaks = { $label }: Zeilenumbrüche wiederhergestellt.

## Was der Dienst geantwortet hat

check-refused = { $service } hat diese Angaben nicht angenommen. Prüfen Sie, ob alles vollständig kopiert ist und ob das Konto die API nutzen darf.
check-refused-field = { $service } hat „{ $label }“ nicht angenommen. Prüfen Sie, ob alles vollständig kopiert und noch gültig ist.
check-denied = { $service } hat den Zugriff verweigert (403). Prüfen Sie Ihre Angaben und ob sie zur Nutzung der API berechtigen.
check-status = { $service } hat unerwartet geantwortet (Status { $status }). Prüfen Sie Ihre Angaben, oder versuchen Sie es in einer Minute noch einmal.
check-no-token = { $service } hat geantwortet, aber mit diesen Angaben niemanden hineingelassen. Prüfen Sie Ihre Angaben.
check-unusable = Die Antwort von { $service } lässt sich nicht lesen. Prüfen Sie Ihre Angaben, oder geben Sie den Betreibern dieser Seite Bescheid.
check-unreachable = { $host } war nicht erreichbar. Prüfen Sie die Adresse, oder versuchen Sie es in einer Minute noch einmal.
check-timed-out = { $host } hat zu lange nicht geantwortet. Versuchen Sie es in einer Minute noch einmal.
check-forbidden-address = { $host } ist eine private Adresse, zu der wir keine Verbindung aufbauen. Geben Sie die öffentliche Adresse Ihres Kontos bei { $service } ein.
check-tls = Eine sichere Verbindung zu { $host } war nicht möglich, weil das Zertifikat nicht in Ordnung ist. Prüfen Sie die Adresse, oder geben Sie den Betreibern des Servers Bescheid.
check-no-address = Mit diesen Angaben hat { $service } keine Adresse, die wir fragen könnten. Prüfen Sie Ihre Angaben, oder geben Sie den Betreibern dieser Seite Bescheid.
check-not-set-up = { $service } ist hier noch nicht vollständig eingerichtet und lässt sich deshalb noch nicht verbinden. Geben Sie den Betreibern dieser Seite Bescheid; Sie selbst können daran nichts ändern.
check-not-stored = Wir konnten das nicht speichern, es wurde nichts verbunden. Versuchen Sie es in einer Minute noch einmal.

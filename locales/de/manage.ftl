## Die eigene Seite

manage-title = Ihre verbundenen Konten
manage-to = Was { $app } für { $person } verwenden kann.
manage-to-unnamed = Was { $app } verwenden kann.
manage-empty = Mit { $app } ist noch nichts verbunden.
manage-attention-count = { $count ->
    [one] Ein Konto braucht Ihre Aufmerksamkeit.
   *[other] { $count } Konten brauchen Ihre Aufmerksamkeit.
}
manage-works = Funktioniert
manage-unchecked = Noch nicht geprüft
manage-awaited = Wartet auf { $service }
manage-attention = Braucht Ihre Aufmerksamkeit
manage-since = Verbunden seit dem { $since }. Noch nicht verwendet.
manage-since-used = Verbunden seit dem { $since }. Zuletzt verwendet am { $used }.
manage-granted = Welcher Zugriff erlaubt wurde
manage-reconnect = Erneut verbinden
manage-reconnect-name = Erneut verbinden: { $name }
manage-rename = Umbenennen
manage-rename-name = Umbenennen: { $name }
manage-disconnect = Trennen
manage-disconnect-name = Trennen: { $name }
manage-connect-first = Ein Konto verbinden
manage-back = Zurück zu Ihren Konten

manage-rename-title = Ihr Konto bei { $service } benennen
manage-name = Name
manage-name-hint = Ein Name, den Sie wiedererkennen, zum Beispiel „Support-Team“. Lassen Sie das Feld leer, um den Namen des Dienstes zu verwenden.
manage-name-long = Ein Name kann höchstens { $max } Zeichen haben. Kürzen Sie ihn.
manage-save = Speichern
manage-saving = Wird gespeichert…

manage-disconnect-title = Ihr Konto bei { $service } trennen?
manage-disconnect-text = { $app } kann dieses Konto dann nicht mehr verwenden. Was für die Anmeldung dort gespeichert ist, wird gelöscht.
manage-disconnect-service = { $service } wird gebeten, den Zugang ebenfalls zu beenden, wo das möglich ist. Ihr Konto bei { $service } selbst bleibt, wie es ist.
manage-disconnecting = { $service } wird gefragt…
manage-keep = Verbunden lassen
manage-receipt-title = { $service } ist getrennt
manage-receipt-here = { $app } kann dieses Konto nicht mehr verwenden. Was für die Anmeldung dort gespeichert war, ist gelöscht.
manage-receipt-revoked = { $service } hat bestätigt, dass der Zugang auch dort beendet ist.
manage-receipt-partly = { $service } hat einen Teil des Zugangs beendet. Der Rest endet von selbst, wenn seine Zeit abgelaufen ist. Um sicherzugehen, können Sie ihn dort selbst beenden.
manage-receipt-not-offered = { $service } bietet uns keinen Weg, den Zugang dort zu beenden. Haben Sie einen Schlüssel oder ein Passwort angegeben, löschen oder ändern Sie es dort.
manage-receipt-failed = Wir haben { $service } gebeten, den Zugang auch dort zu beenden, aber keine Bestätigung erhalten. Sie können ihn dort selbst beenden.
manage-receipt-link = Zu { $service }

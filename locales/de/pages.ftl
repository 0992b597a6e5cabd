## Rahmen jeder Seite

back = Zurück
close = Schließen
help = Hilfe
badge = Secured by Nango
reference = Kennung: { $reference }
reference-hint = Mit dieser Kennung findet der Support, was passiert ist.
error-prefix = Fehler:
opens-in-new-tab = öffnet sich in einem neuen Tab
try-again = Erneut versuchen
done = Fertig

leave-title = Ohne Verbindung schließen?
leave-text = Ihre Eingaben gehen dabei verloren.
leave-stay = Hier bleiben
leave-go = Schließen

time-text = Die Zeit für diese Seite läuft in fünf Minuten ab.
time-extend = Um 30 Minuten verlängern
time-extended = Erledigt. Sie haben 30 Minuten mehr Zeit.
time-failed = Die Zeit ließ sich nicht verlängern. Ihre Eingaben stehen noch hier.

## Ohne Sitzung geöffnet

waiting-title = Konto verbinden
waiting-text = Einen Moment …
bare-title = Diese Adresse wird aus einer App heraus geöffnet
bare-text = Hier verbinden Sie Ihre Konten bei anderen Diensten, wenn eine App Sie darum bittet. Gehen Sie zurück zur App und wählen Sie die Verbindung dort aus, oder öffnen Sie den Link, den Sie erhalten haben.
unopened-title = Die App hat diese Seite nicht richtig geöffnet
unopened-text = Schließen Sie sie und versuchen Sie es in der App noch einmal. Wenn das nicht hilft, geben Sie den Betreibern von { $app } Bescheid.
refusal-title = Diese Seite darf hier nicht angezeigt werden
refusal-text = { $origin } steht nicht auf der Liste der Adressen, die sie anzeigen dürfen. Es wurde nichts geöffnet und nichts weitergegeben.
refusal-admin = Wenn Sie diese App betreiben: Tragen Sie die Adresse unter „Environment settings“, „Connect UI“, „Allowed origins“ ein.

## Auswahl

picker-title = Was möchten Sie verbinden?
picker-to = Die Verbindung geht an { $app }, für { $person }.
picker-to-unnamed = Die Verbindung geht an { $app }, ohne Angabe einer Person.
picker-search = Suchen
picker-count = { $count ->
    [one] Ein Dienst
   *[other] { $count } Dienste
}
picker-empty = Hier heißt nichts „{ $query }“.
picker-nothing = Kein Dienst hier heißt so.
picker-all = Alle anzeigen
no-integrations-title = Noch nichts zu verbinden
no-integrations-text = { $app } hat noch keine Dienste eingerichtet. Wer die App betreibt, kann welche hinzufügen.

## Ergebnisse

done-title = { $service } ist verbunden
done-text = { $app } kann die Verbindung ab jetzt nutzen.
done-close = Sie können diese Seite schließen.
done-another = Weiteres Konto verbinden
failure-title = { $service } wurde nicht verbunden
expired-title = Die Zeit für diese Seite ist abgelaufen
expired-text = Sie endete um { $time }. Gehen Sie zurück zu { $app } und beginnen Sie neu.
expired-text-plain = Gehen Sie zurück zu { $app } und beginnen Sie neu.
expired-who = Wenn Sie über einen Link hierhergekommen sind, bitten Sie den Absender um einen neuen.
finished-title = Das ist schon erledigt
finished-text = { $service } ist verbunden. Hier ist nichts mehr zu tun.
finished-text-plain = Ein Konto ist verbunden. Hier ist nichts mehr zu tun.
not-found-title = Unter dieser Adresse gibt es nichts
not-found-text = Vielleicht fehlt ein Stück des Links. Kopieren Sie ihn ganz, oder gehen Sie zurück zu { $app } und beginnen Sie neu.
error-title = Bei uns ist etwas schiefgegangen
error-text = Es liegt nicht an Ihnen. Versuchen Sie es in einer Minute noch einmal.
error-busy-title = Das war etwas zu schnell
error-busy-text = Diese Seite wurde in kurzer Zeit sehr oft aufgerufen. Warten Sie eine Minute und versuchen Sie es dann noch einmal.
error-maintenance-title = Wir sind gleich zurück
error-maintenance-text = Der Dienst ist gerade nicht verfügbar. Versuchen Sie es in einer Minute noch einmal.
error-ended-title = Diese Seite wird nicht mehr gebraucht
error-ended-text = { $app } hat sie geschlossen. Gehen Sie zurück zu { $app } und beginnen Sie neu.
error-browser-title = Diese Seite ist woanders geöffnet
error-browser-text = Sie gehört zu dem Browser, der den Link zuerst geöffnet hat. Machen Sie dort weiter, oder öffnen Sie den Link hier noch einmal.
error-large-title = Das ist zu viel für dieses Formular
error-large-text = Ein Feld enthält weit mehr, als es brauchen kann. Gehen Sie zurück und prüfen Sie, was Sie eingefügt haben.
error-unsupported-title = Diese Art der Verbindung gibt es noch nicht
error-unsupported-text = Es wurde nichts verbunden. Die Betreiber von { $app } können für diesen Dienst eine andere Art der Verbindung wählen.

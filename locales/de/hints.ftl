## Was ein eingefügter Wert stattdessen ist

hint-if-meant = Ist er trotzdem richtig, geben Sie ihn noch einmal ein und senden Sie das Formular erneut ab.
hint-whole-header = Sie haben eine ganze Kopfzeile eingefügt. Geben Sie nur den Schlüssel selbst ein, ohne „Bearer“ oder etwas anderes davor.
hint-assignment = Sie haben eine ganze Zeile aus einer Konfigurationsdatei eingefügt. Geben Sie nur ein, was nach dem Gleichheitszeichen steht.
hint-other-service = Das sieht nach einem Schlüssel von { $name } aus, nicht von { $service }. Kopieren Sie den von { $service }.
hint-wrong-kind = Das ist eine andere Art von Schlüssel. { $service } braucht den, der mit { $name } beginnt.
hint-publishable-key = Das ist der öffentliche Schlüssel, den jeder sehen darf; hier hilft er nicht. Kopieren Sie den geheimen, er beginnt mit { $name }.
hint-test-key = Das ist ein Testschlüssel. Mit ihm sind nur Testdaten erreichbar.
hint-key-name = Das ist der Name des Schlüssels, nicht der Schlüssel selbst. Kopieren Sie seinen Wert.
hint-webhook-secret = Dieses Geheimnis dient dem Prüfen von Webhooks. Kopieren Sie stattdessen den API-Schlüssel.
hint-password-not-token = Das sieht nach einem Passwort aus. { $service } braucht ein Token, das Sie dort anlegen.

## Was die Ablehnung eines Dienstes bedeutet

hint-token-unknown = { $service } wurde erreicht, kennt aber diese Angabe nicht: { $label }. Prüfen Sie, ob Sie alles kopiert haben und ob sie dort nicht gelöscht wurde.
hint-pair-unknown = { $service } wurde erreicht, aber diese Angaben gehören nicht zusammen. Prüfen Sie, ob der Schlüssel aus demselben Konto stammt und ob Sie alles kopiert haben.
hint-address-unknown = { $service } hat unter dieser Adresse kein Konto. Prüfen Sie diesen Teil der Adresse.
hint-token-expired = Diese Angabe ist abgelaufen: { $label }. Legen Sie bei { $service } eine neue an.
hint-token-revoked = Diese Angabe wurde bei { $service } zurückgezogen oder abgeschaltet: { $label }. Legen Sie dort eine neue an.
hint-scope-missing = { $service } kennt diese Angabe ({ $label }), aber sie erlaubt nicht genug. Geben Sie ihr die Rechte, die die Anleitung nennt, oder legen Sie eine mit diesen Rechten an.
hint-wrong-region = { $service } kennt diese Angabe ({ $label }) in der gewählten Region nicht. Wählen Sie die Region Ihres Kontos.
hint-token-access-off = Diese Art der Anmeldung ist in Ihrem Konto bei { $service } abgeschaltet. Wer es verwaltet, kann sie einschalten.
hint-account-inactive = { $service } meldet, dass dieses Konto nicht aktiv ist oder sein Tarif keinen API-Zugang hat. Melden Sie sich dort an, um den Grund zu sehen.
hint-address-not-listed = { $service } lässt Aufrufe nur von Adressen zu, die im Konto eingetragen sind. Wer es verwaltet, kann die Liste erweitern.
hint-single-sign-on = Ihre Organisation verlangt Single Sign-on. Öffnen Sie diese Angabe ({ $label }) bei { $service } und geben Sie sie für die Organisation frei.
hint-locked-out = { $service } verweigert diese Anmeldung nach zu vielen Versuchen. Melden Sie sich einmal auf den Seiten des Dienstes an und versuchen Sie es hier noch einmal.

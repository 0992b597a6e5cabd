# Was in einem Versuch schiefging, nach festem Code; wer es beheben kann, und wie.

## Wer etwas tun kann

code-by-end-user = Die Person, die sich verbindet
code-by-owner = Sie, in Ihrem Backend oder der Integration
code-by-service = Der Dienst
code-by-operator = Wer diesen Server betreibt

## Die Codes

code-fields-refused = Die Eingaben passten nicht zum Formular
code-fields-refused-remedy = Die Person sieht an jedem Feld, was erwartet wird. Wenn viele hier aufhören, brauchen die Hinweise im Formular Arbeit.
code-credentials-refused = Der Dienst hat die Zugangsdaten nicht angenommen
code-credentials-refused-remedy = Die Person braucht andere Zugangsdaten oder mehr Rechte beim Dienst. Der Schritt nennt den Status, mit dem der Dienst geantwortet hat.
code-check-unclear = Die Antwort des Dienstes sagt nichts über die Zugangsdaten
code-check-unclear-remedy = Der Dienst ist vielleicht gestört, oder die Adresse ist nicht die eingegebene. Später noch einmal versuchen; bleibt es so, ist die Prüfung in der Definition vielleicht veraltet.
code-check-impossible = Aus Definition und Werten ergibt sich kein Aufruf zum Prüfen
code-check-impossible-remedy = Sehen Sie sich die Definition des Anbieters an: connect-ui providers check nennt, was fehlt.
code-access-denied = Die Person hat den Zugriff beim Dienst nicht erlaubt
code-access-denied-remedy = Nichts ist kaputt. Wenn viele ablehnen, verlangen Sie weniger Berechtigungen.
code-no-code = Der Dienst hat die Person ohne Code zurückgeschickt
code-no-code-remedy = Vergleichen Sie Rückadresse und Berechtigungen mit dem, was beim Dienst eingetragen ist.
code-approval-requested = Die Installation muss beim Dienst noch genehmigt werden
code-approval-requested-remedy = Jemand mit dem Recht dazu genehmigt sie dort; die Verbindung wird dann von selbst fertig.
code-issuer-mismatch = Die Antwort kam nicht von dem Server, der gefragt wurde
code-issuer-mismatch-remedy = Es wurde nichts eingetauscht. Wiederholt es sich, prüfen Sie den Aussteller in der Definition.
code-token-refused = Der Dienst hat die Anfrage nach einem Token abgelehnt
code-token-refused-remedy = Der Schritt enthält den Fehler des Dienstes. Oft stimmen Client-Geheimnis, Rückadresse oder Uhrzeit nicht.
code-unable-to-parse-token-response = Die Antwort des Dienstes ist nicht lesbar
code-unable-to-parse-token-response-remedy = Der Dienst hat etwas anderes geantwortet, als seine Definition sagt. Melden Sie es dem, der die Definition pflegt.
code-service-unreachable = Der Dienst hat nicht geantwortet
code-service-unreachable-remedy = Später noch einmal versuchen. Antwortet er nie, prüfen Sie die Adresse und ob dieser Server sie aufrufen darf (CONNECT_UI_OUTBOUND_ALLOW).
code-provider-config-err = Client oder App der Integration fehlt oder wird nicht angenommen
code-provider-config-err-remedy = Öffnen Sie die Integration und geben Sie Client-ID und Geheimnis ein, die der Dienst anzeigt.
code-unknown-config-key = Die Definition des Anbieters fehlt oder ist unvollständig
code-unknown-config-key-remedy = Fügen Sie die Definition wieder hinzu (CONNECT_UI_PROVIDERS) oder löschen Sie die Integration.
code-auth-mode-err = Diese Integration lässt sich so nicht verbinden
code-auth-mode-err-remedy = Verwenden Sie den Aufruf oder die Seite, die zur Anmeldeart des Anbieters passt.
code-url-param-err = Ein Wert für die Adresse des Dienstes fehlt oder ist falsch
code-url-param-err-remedy = Die Person gibt ihn im Formular ein, oder die Sitzung gibt ihn in integrations_config_defaults vor.
code-foreign-installation = Die Person darf die zurückgekommene Installation nicht sehen
code-foreign-installation-remedy = Sie meldet sich beim Dienst mit dem Konto an, das sie installiert hat.
code-connection-test-failed = Der Dienst hat die Zugangsdaten der Integration nicht angenommen
code-connection-test-failed-remedy = Vergleichen Sie die Einstellungen der Integration mit denen beim Dienst.
code-unknown-connect-session-token = Die Sitzung ist unbekannt oder abgelaufen
code-unknown-connect-session-token-remedy = Ihr Backend legt eine neue Sitzung an, kurz bevor sie gebraucht wird.
code-integration-not-allowed = Die Sitzung erlaubt diese Integration nicht
code-integration-not-allowed-remedy = Nennen Sie sie in allowed_integrations, oder lassen Sie das weg.
code-exchange-needs-connect-ui = Der Code der Sitzung hat keinen Weg durch ein Popup des SDK
code-exchange-needs-connect-ui-remedy = Öffnen Sie die Connect UI statt nango.auth(), oder lassen Sie connect_ui.completion weg.
code-verification-required = Die Sitzung fragt, wer da ist; das kann nur ihr gehosteter Link
code-verification-required-remedy = Schicken Sie der Person ihren connect_link.
code-flow-expired = Die Person kam nicht rechtzeitig vom Dienst zurück
code-flow-expired-remedy = Sie kann es noch einmal versuchen. Kommen viele nicht zurück, sehen Sie nach, was der Dienst ihnen zeigt.
code-cancelled = Die Person hat abgebrochen
code-cancelled-remedy = Es ist nichts zu tun.
code-session-ended = Die Sitzung wurde inzwischen beendet oder die Integration gelöscht
code-session-ended-remedy = Ihr Backend legt eine neue Sitzung an.
code-connection-deleted = Die Verbindung, die erneuert werden sollte, ist gelöscht
code-connection-deleted-remedy = Ihr Backend legt eine Sitzung für eine neue Verbindung an.
code-not-stored = Die Datenbank hat die Verbindung nicht angenommen
code-not-stored-remedy = Wer diesen Server betreibt, sieht in sein Protokoll und nach /ready.
code-unknown-err = Die Verbindung kam nicht zustande
code-unknown-err-remedy = Wer diesen Server betreibt, findet den Grund in seinem Protokoll.
code-not-verified = Der Code aus der E-Mail war falsch
code-not-verified-remedy = Die Person gibt den neuesten Code ein oder fordert einen neuen an.
code-popup-blocked = Der Browser hat das Fenster des Dienstes blockiert
code-popup-blocked-remedy = Die Person erlaubt Popups für Ihre Seite. Öffnen Sie das Fenster direkt beim Klick, ohne auf etwas zu warten.
code-popup-closed = Das Fenster des Dienstes wurde vor dem Ende geschlossen
code-popup-closed-remedy = Die Person kann es noch einmal versuchen.
code-lookup-failed = Ein Wert, den Aufrufe brauchen, ließ sich nicht ermitteln
code-lookup-failed-remedy = Es wird noch einmal versucht, wenn Ihr Backend die Verbindung liest. Die Fehler der Verbindung nennen ihn.
code-refresh-token-external-error = Die Zugangsdaten ließen sich nicht erneuern
code-refresh-token-external-error-remedy = Geht es so weiter, verbindet sich die Person neu: Der Dienst hat den Zugriff beendet.
code-refresh-interrupted = Der Ausgang einer Erneuerung ist unbekannt
code-refresh-interrupted-remedy = Der Dienst hat das Token vielleicht ersetzt. Scheitert auch die nächste Erneuerung, verbindet sich die Person neu.

# Rund um die Seiten des Dienstes: hin, warten, zurück.

leaving-title = Weiter zu { $service }
leaving-text = Wenn nichts passiert, nutzen Sie die Schaltfläche.
ready-title = Weiter bei { $service }
ready-text = { $service } öffnet sich in einem eigenen Fenster. Diese Seite wartet auf Sie.
away-title = Warten auf { $service }
away-text = Schließen Sie die Anmeldung im geöffneten Fenster ab. Diese Seite merkt es von selbst.
away-text-here = Sie waren auf dem Weg zu { $service } und sind dort noch nicht fertig.
away-again = { $service } erneut öffnen
away-cancel = Abbrechen
exchange-title = { $service } wird verbunden
exchange-text = Einen Moment: Wir holen das letzte Stück bei { $service }.
result-close = Sie können dieses Fenster schließen und zu { $app } zurückkehren.
result-close-window = Fenster schließen
interstitial-title = { $service } verbinden?
interstitial-text = Wir sehen nicht, woher der Link kam, der Sie hierher geführt hat. Machen Sie nur weiter, wenn Sie das selbst in { $app } angefordert haben.
resubmit-title = Gleich fertig
resubmit-text = Einen Moment bitte.
resubmit-continue = Weiter

flow-denied = Der Zugriff wurde bei { $service } nicht erlaubt. Wenn Sie das nicht wollten, versuchen Sie es noch einmal und erlauben Sie ihn dort.
flow-approval = Jemand, der { $service } verwaltet, muss das noch freigeben. Bitten Sie darum und verbinden Sie dann erneut.
flow-no-answer = { $service } hat nicht rechtzeitig geantwortet. Versuchen Sie es in ein paar Minuten noch einmal.
flow-refused = { $service } hat die Anmeldung nicht angenommen. Versuchen Sie es noch einmal; wenn es wieder geschieht, brauchen die Betreiber von { $app } die Kennung.
flow-owner = Die Verbindung zu { $service } ist nicht richtig eingerichtet. Das können nur die Betreiber von { $app } beheben: Nennen Sie ihnen die Kennung.
flow-definition-changed = Der Weg zu { $service } wurde geändert, während Sie dort waren. Es wurde nichts verbunden. Versuchen Sie es noch einmal.
flow-values = { $service } ist mit diesen Angaben nicht erreichbar. Prüfen Sie Ihre Eingaben und versuchen Sie es noch einmal.
flow-foreign-installation = Diese Installation bei { $service } gehört jemand anderem und wurde deshalb nicht verbunden. Melden Sie sich bei { $service } mit einem Konto an, das sie sehen darf, und versuchen Sie es noch einmal.
flow-other-server = Die Antwort kam nicht von dem Server, zu dem wir Sie geschickt haben. Wir haben sie nicht verwendet. Versuchen Sie es noch einmal.
flow-too-late = Bei { $service } hat es zu lange gedauert. Versuchen Sie es noch einmal; Sie haben eine halbe Stunde.
flow-cancelled = Sie haben abgebrochen. Es wurde nichts verbunden.
flow-not-stored = { $service } hat zugestimmt, aber die Verbindung konnte nicht gespeichert werden. Versuchen Sie es in einer Minute noch einmal.
flow-unknown = { $service } konnte nicht verbunden werden. Versuchen Sie es in einer Minute noch einmal.

flow-closed-browser-title = Bitte dort abschließen, wo Sie angefangen haben
flow-closed-browser-text = Diese Verbindung wurde in einem anderen Browser oder Fenster begonnen. Gehen Sie dorthin zurück; zu Ihrem Schutz kann sie hier nicht abgeschlossen werden.
flow-closed-used-title = Das ist schon abgeschlossen
flow-closed-used-text = Der Rückweg vom Dienst gilt nur einmal. Sie können dieses Fenster schließen und zu { $app } zurückkehren.
flow-closed-expired-title = Das hat zu lange gedauert
flow-closed-expired-text = Die Zeit für diese Verbindung ist vorbei. Schließen Sie das Fenster, gehen Sie zu { $app } zurück und beginnen Sie neu.
flow-closed-unknown-title = Diese Verbindung kennen wir nicht
flow-closed-unknown-text = Die Adresse, die Sie hierher geführt hat, ist unvollständig oder nicht von uns. Gehen Sie zu { $app } zurück und beginnen Sie neu.
flow-start-used-title = Diese Schaltfläche wurde schon benutzt
flow-start-used-text = Gehen Sie zu { $app } zurück: Die Seite dort zeigt, wie es steht.

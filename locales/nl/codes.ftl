# What went wrong in an attempt, by its stable code; who can fix it, and how.

## Who can do something

code-by-end-user = Degene die het account koppelt
code-by-owner = Jij, in je backend of in de integratie
code-by-service = De dienst
code-by-operator = Degene die deze server beheert

## The codes

code-fields-refused = De ingevoerde gegevens pasten niet bij het formulier
code-fields-refused-remedy = De gebruiker ziet bij elk veld wat er wordt verwacht. Als velen hier stoppen, moeten de aanwijzingen in het formulier misschien beter.
code-credentials-refused = De dienst heeft de ingevoerde inloggegevens niet geaccepteerd
code-credentials-refused-remedy = De gebruiker heeft andere inloggegevens nodig, of meer rechten bij de dienst. De stap vermeldt de status die de dienst heeft teruggegeven.
code-check-unclear = Het antwoord van de dienst zegt niets over de inloggegevens
code-check-unclear-remedy = De dienst heeft misschien een storing, of heeft een ander adres dan is ingevoerd. Probeer het later opnieuw; als het zo blijft, is de controle in de definitie misschien verouderd.
code-check-impossible = Met de definitie en de waarden is geen controleaanroep te maken
code-check-impossible-remedy = Bekijk de definitie van de provider: connect-ui providers check noemt wat er ontbreekt.
code-access-denied = De gebruiker heeft de toegang bij de dienst niet toegestaan
code-access-denied-remedy = Er is niets kapot. Als velen weigeren, vraag dan om minder machtigingen.
code-no-code = De dienst heeft de gebruiker zonder code teruggestuurd
code-no-code-remedy = Vergelijk de callback-URL en de machtigingen met wat bij de dienst is geregistreerd.
code-approval-requested = De installatie moet bij de dienst nog worden goedgekeurd
code-approval-requested-remedy = Iemand die dat mag, keurt de installatie daar goed; de koppeling wordt dan vanzelf voltooid.
code-issuer-mismatch = Het antwoord kwam niet van de server waaraan het is gevraagd
code-issuer-mismatch-remedy = Er is niets uitgewisseld. Als het zich herhaalt, controleer dan de uitgever (issuer) in de definitie.
code-token-refused = De dienst heeft de tokenaanvraag geweigerd
code-token-refused-remedy = De stap bevat de foutmelding van de dienst. Vaak klopt het clientgeheim, de callback-URL of de klok niet.
code-unable-to-parse-token-response = Het antwoord van de dienst is niet te lezen
code-unable-to-parse-token-response-remedy = De dienst heeft iets anders geantwoord dan de definitie aangeeft. Meld het aan degene die de definitie bijhoudt.
code-service-unreachable = De dienst heeft niet geantwoord
code-service-unreachable-remedy = Probeer het later opnieuw. Als de dienst nooit antwoordt, controleer dan het adres en of deze server het mag aanroepen (CONNECT_UI_OUTBOUND_ALLOW).
code-provider-config-err = De client of app van de integratie ontbreekt of wordt niet geaccepteerd
code-provider-config-err-remedy = Open de integratie en voer de client-ID en het geheim in die de dienst toont.
code-unknown-config-key = De definitie van de provider ontbreekt of is onvolledig
code-unknown-config-key-remedy = Voeg de definitie opnieuw toe (CONNECT_UI_PROVIDERS) of verwijder de integratie.
code-auth-mode-err = Deze integratie kan niet op deze manier worden gekoppeld
code-auth-mode-err-remedy = Gebruik de aanroep of pagina die past bij de manier van inloggen van de provider.
code-url-param-err = Een waarde voor het adres van de dienst ontbreekt of is onjuist
code-url-param-err-remedy = De gebruiker voert de waarde in het formulier in, of de sessie stelt die vooraf in met integrations_config_defaults.
code-foreign-installation = De gebruiker mag de teruggekomen installatie niet zien
code-foreign-installation-remedy = De gebruiker logt bij de dienst in met het account waarmee de installatie is gedaan.
code-connection-test-failed = De dienst heeft de inloggegevens van de integratie niet geaccepteerd
code-connection-test-failed-remedy = Vergelijk de instellingen van de integratie met die bij de dienst.
code-unknown-connect-session-token = De koppelsessie is onbekend of verlopen
code-unknown-connect-session-token-remedy = Je backend maakt een nieuwe sessie, kort voordat die wordt gebruikt.
code-integration-not-allowed = De sessie staat deze integratie niet toe
code-integration-not-allowed-remedy = Vermeld de integratie in allowed_integrations, of laat die instelling weg.
code-exchange-needs-connect-ui = De code van de sessie kan niet via een pop-up van de SDK lopen
code-exchange-needs-connect-ui-remedy = Open Connect UI in plaats van nango.auth(), of laat connect_ui.completion weg.
code-verification-required = De sessie vraagt wie er is; dat kan alleen de gehoste link van de sessie
code-verification-required-remedy = Stuur de gebruiker de connect_link van de sessie.
code-flow-expired = De gebruiker kwam niet op tijd terug van de dienst
code-flow-expired-remedy = Opnieuw proberen kan. Als velen niet terugkomen, bekijk dan wat de dienst hun laat zien.
code-cancelled = De gebruiker heeft geannuleerd
code-cancelled-remedy = Er hoeft niets te gebeuren.
code-session-ended = De sessie is intussen beëindigd of de integratie is verwijderd
code-session-ended-remedy = Je backend maakt een nieuwe sessie.
code-connection-deleted = De koppeling die vernieuwd zou worden, is verwijderd
code-connection-deleted-remedy = Je backend maakt een sessie voor een nieuwe koppeling.
code-not-stored = De database heeft de koppeling niet opgeslagen
code-not-stored-remedy = Degene die deze server beheert, bekijkt het logboek en /ready.
code-unknown-err = De koppeling kon niet worden gemaakt
code-unknown-err-remedy = Degene die deze server beheert, vindt de reden in het logboek.
code-not-verified = De code uit de e-mail was onjuist
code-not-verified-remedy = De gebruiker voert de nieuwste code in of vraagt een andere aan.
code-popup-blocked = De browser heeft het venster van de dienst geblokkeerd
code-popup-blocked-remedy = De gebruiker staat pop-ups voor je pagina toe. Open het venster direct bij de klik, zonder ergens op te wachten.
code-popup-closed = Het venster van de dienst is voor het einde gesloten
code-popup-closed-remedy = De gebruiker kan het opnieuw proberen.
code-lookup-failed = Een waarde die aanroepen nodig hebben, kon niet worden opgehaald
code-lookup-failed-remedy = Er volgt een nieuwe poging wanneer je backend de koppeling leest. De fouten van de koppeling vermelden welke waarde het is.
code-refresh-token-external-error = De inloggegevens konden niet worden vernieuwd
code-refresh-token-external-error-remedy = Als het zo doorgaat, koppelt de gebruiker het account opnieuw: de dienst heeft de toegang beëindigd.
code-refresh-interrupted = De uitkomst van een vernieuwing is onbekend
code-refresh-interrupted-remedy = De dienst heeft het token misschien vervangen. Als de volgende vernieuwing ook mislukt, koppelt de gebruiker het account opnieuw.

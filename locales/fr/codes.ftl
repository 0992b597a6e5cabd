# What went wrong in an attempt, by its stable code; who can fix it, and how.

## Who can do something

code-by-end-user = La personne qui connecte son compte
code-by-owner = Vous, dans votre backend ou dans l’intégration
code-by-service = Le service
code-by-operator = La personne qui exploite ce serveur

## The codes

code-fields-refused = La saisie ne correspond pas au formulaire
code-fields-refused-remedy = La personne voit sous chaque champ ce qui est attendu. Si beaucoup s’arrêtent ici, les indications du formulaire sont peut-être à revoir.
code-credentials-refused = Le service n’a pas accepté les identifiants saisis
code-credentials-refused-remedy = La personne a besoin d’autres identifiants, ou de droits plus étendus sur le service. L’étape indique le statut renvoyé par le service.
code-check-unclear = La réponse du service ne dit rien des identifiants
code-check-unclear-remedy = Le service est peut-être en panne, ou son adresse n’est pas celle qui a été saisie. Réessayez plus tard ; si cela persiste, la vérification prévue dans la définition n’est peut-être plus à jour.
code-check-impossible = La définition et les valeurs ne donnent aucun appel pour vérifier
code-check-impossible-remedy = Consultez la définition du fournisseur : connect-ui providers check indique ce qui manque.
code-access-denied = La personne n’a pas autorisé l’accès sur le service
code-access-denied-remedy = Tout fonctionne. Si beaucoup refusent, demandez moins d’autorisations.
code-no-code = Le service a renvoyé la personne sans code
code-no-code-remedy = Comparez l’URL de rappel et les autorisations avec celles enregistrées auprès du service.
code-approval-requested = L’installation doit encore être approuvée sur le service
code-approval-requested-remedy = Une personne habilitée l’approuve sur le service ; la connexion se termine ensuite automatiquement.
code-issuer-mismatch = La réponse ne vient pas du serveur interrogé
code-issuer-mismatch-remedy = Rien n’a été échangé. Si cela se répète, vérifiez l’émetteur dans la définition.
code-token-refused = Le service a refusé la demande de jeton
code-token-refused-remedy = L’étape contient l’erreur du service. Souvent, le secret client, l’URL de rappel ou l’horloge est en cause.
code-unable-to-parse-token-response = La réponse du service est illisible
code-unable-to-parse-token-response-remedy = Le service a répondu autre chose que ce que prévoit sa définition. Signalez-le à la personne qui tient cette définition à jour.
code-service-unreachable = Le service n’a pas répondu
code-service-unreachable-remedy = Réessayez plus tard. S’il ne répond jamais, vérifiez l’adresse et si ce serveur a le droit de l’appeler (CONNECT_UI_OUTBOUND_ALLOW).
code-provider-config-err = Le client ou l’application de l’intégration manque ou n’est pas accepté
code-provider-config-err-remedy = Ouvrez l’intégration et saisissez l’ID client et le secret affichés par le service.
code-unknown-config-key = La définition du fournisseur manque ou est incomplète
code-unknown-config-key-remedy = Ajoutez de nouveau la définition (CONNECT_UI_PROVIDERS), ou supprimez l’intégration.
code-auth-mode-err = Cette intégration ne peut pas être connectée de cette façon
code-auth-mode-err-remedy = Utilisez l’appel ou la page qui correspond au mode d’authentification du fournisseur.
code-url-param-err = Une valeur nécessaire à l’adresse du service manque ou est incorrecte
code-url-param-err-remedy = La personne la saisit dans le formulaire, ou la session la prédéfinit dans integrations_config_defaults.
code-foreign-installation = La personne n’a pas le droit de voir l’installation renvoyée
code-foreign-installation-remedy = Elle s’identifie sur le service avec le compte qui a fait l’installation.
code-connection-test-failed = Le service n’a pas accepté les identifiants de l’intégration
code-connection-test-failed-remedy = Comparez les paramètres de l’intégration avec ceux du service.
code-unknown-connect-session-token = La session de connexion est inconnue ou a expiré
code-unknown-connect-session-token-remedy = Votre backend crée une nouvelle session, peu avant de l’utiliser.
code-integration-not-allowed = La session n’autorise pas cette intégration
code-integration-not-allowed-remedy = Ajoutez-la dans allowed_integrations, ou omettez ce paramètre.
code-exchange-needs-connect-ui = Le code de la session ne peut pas passer par une fenêtre ouverte par le SDK
code-exchange-needs-connect-ui-remedy = Ouvrez Connect UI au lieu de nango.auth(), ou omettez connect_ui.completion.
code-verification-required = La session demande qui est là, ce que seul son lien hébergé peut faire
code-verification-required-remedy = Envoyez à la personne son connect_link.
code-flow-expired = La personne n’est pas revenue du service à temps
code-flow-expired-remedy = Elle peut réessayer. Si beaucoup ne reviennent pas, regardez ce que le service leur affiche.
code-cancelled = La personne a annulé
code-cancelled-remedy = Il n’y a rien à faire.
code-session-ended = Entre-temps, la session a été fermée ou l’intégration supprimée
code-session-ended-remedy = Votre backend crée une nouvelle session.
code-connection-deleted = La connexion à rétablir a été supprimée
code-connection-deleted-remedy = Votre backend crée une session pour une nouvelle connexion.
code-not-stored = La base de données n’a pas enregistré la connexion
code-not-stored-remedy = La personne qui exploite ce serveur consulte son journal et /ready.
code-unknown-err = La connexion n’a pas pu être établie
code-unknown-err-remedy = La personne qui exploite ce serveur trouve la raison dans son journal.
code-not-verified = Le code reçu par e-mail était incorrect
code-not-verified-remedy = La personne saisit le dernier code reçu, ou en demande un autre.
code-popup-blocked = Le navigateur a bloqué la fenêtre du service
code-popup-blocked-remedy = La personne autorise les fenêtres pop-up pour votre page. Ouvrez la fenêtre directement au clic, sans rien attendre.
code-popup-closed = La fenêtre du service a été fermée avant la fin
code-popup-closed-remedy = La personne peut réessayer.
code-lookup-failed = Une valeur nécessaire aux appels n’a pas pu être obtenue
code-lookup-failed-remedy = Une nouvelle tentative a lieu lorsque votre backend lit la connexion. Les erreurs de la connexion indiquent laquelle.
code-refresh-token-external-error = Les identifiants n’ont pas pu être renouvelés
code-refresh-token-external-error-remedy = Si cela continue, la personne connecte à nouveau son compte : le service a mis fin à l’accès.
code-refresh-interrupted = Le résultat d’un renouvellement est inconnu
code-refresh-interrupted-remedy = Le service a peut-être remplacé le jeton. Si le prochain renouvellement échoue aussi, la personne connecte à nouveau son compte.

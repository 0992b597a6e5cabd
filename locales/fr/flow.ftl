# Around the service's own pages: leaving, waiting, coming back.

leaving-title = Redirection vers { $service }
leaving-text = Si rien ne se passe, utilisez le bouton.
ready-title = Continuer sur { $service }
ready-text = { $service } s’ouvre dans une autre fenêtre. Cette page vous attend.
away-title = En attente : terminez sur { $service }
away-text = Terminez dans la fenêtre qui s’est ouverte. Cette page se met à jour d’elle-même.
away-text-here = Vous avez ouvert { $service } sans y avoir terminé.
away-again = Rouvrir { $service }
away-cancel = Annuler
exchange-title = Connexion à { $service }
exchange-text = Un instant : { $service } nous transmet la dernière information.
result-close = Vous pouvez fermer cette fenêtre et revenir à { $app }.
result-close-window = Fermer cette fenêtre
interstitial-title = Connecter { $service } ?
interstitial-text = Nous ne pouvons pas voir d’où vient le lien que vous avez suivi. Ne continuez que si vous avez fait vous-même cette demande dans { $app }.
resubmit-title = Presque terminé
resubmit-text = Un instant.
resubmit-continue = Continuer

flow-denied = L’accès n’a pas été autorisé sur { $service }. Si ce n’est pas ce que vous vouliez, réessayez et autorisez-le.
flow-approval = Une personne qui gère { $service } doit encore donner son accord. Demandez-le-lui, puis recommencez la connexion.
flow-no-answer = { $service } n’a pas répondu à temps. Réessayez dans quelques minutes.
flow-refused = { $service } n’a pas accepté l’authentification. Réessayez ; si cela se reproduit, transmettez la référence à l’équipe { $app }.
flow-owner = La connexion à { $service } n’est pas configurée correctement. Seule l’équipe { $app } peut corriger cela : transmettez-lui la référence.
flow-definition-changed = Le chemin vers { $service } a été modifié pendant que vous y étiez. Rien n’a été connecté. Réessayez.
flow-values = { $service } est inaccessible avec ces valeurs. Vérifiez votre saisie et réessayez.
flow-foreign-installation = Cette installation sur { $service } appartient à quelqu’un d’autre : elle n’a pas été connectée. Identifiez-vous sur { $service } avec un compte qui a le droit de la voir, et réessayez.
flow-other-server = La réponse ne vient pas du serveur prévu : nous ne l’avons pas utilisée. Réessayez.
flow-too-late = L’étape sur { $service } a duré trop longtemps. Réessayez ; vous avez une demi-heure.
flow-cancelled = Vous avez annulé. Rien n’a été connecté.
flow-not-stored = { $service } a donné son accord, mais la connexion n’a pas pu être enregistrée. Réessayez dans une minute.
flow-unknown = La connexion à { $service } n’a pas pu être établie. Réessayez dans une minute.

flow-closed-browser-title = Terminez là où vous avez commencé
flow-closed-browser-text = Cette connexion a été commencée dans un autre navigateur ou une autre fenêtre. Retournez-y ; pour votre sécurité, elle ne peut pas être terminée ici.
flow-closed-used-title = Cette étape est déjà terminée
flow-closed-used-text = L’adresse de retour depuis le service ne sert qu’une fois. Vous pouvez fermer cette fenêtre et revenir à { $app }.
flow-closed-expired-title = Le délai est dépassé
flow-closed-expired-text = Le temps prévu pour cette connexion est écoulé. Fermez cette fenêtre, revenez à { $app } et recommencez.
flow-closed-unknown-title = Nous ne connaissons pas cette connexion
flow-closed-unknown-text = L’adresse que vous avez ouverte est incomplète ou ne vient pas de nous. Revenez à { $app } et recommencez.
flow-start-used-title = Ce bouton a déjà été utilisé
flow-start-used-text = Revenez à { $app } : la page ouverte indique où en est la connexion.
